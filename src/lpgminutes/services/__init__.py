"""One public function for each thing that a person does; knows the domain, and asks for the rest by port."""
