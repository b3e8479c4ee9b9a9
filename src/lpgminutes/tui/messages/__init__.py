"""What the requests answer: messages that carry domain objects, posted to the screen that asked.

They have no ``repr``: what they carry is the minutes, which no log and no report may hold.
"""
