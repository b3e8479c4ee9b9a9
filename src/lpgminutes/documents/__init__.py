"""Paper: Word, HTML, plain text and CSV, made from the domain's documents and from nothing else."""
