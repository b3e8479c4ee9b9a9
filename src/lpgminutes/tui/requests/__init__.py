"""What the screens ask of the services, a file for each screen. Each request is a job in the thread of the records."""
