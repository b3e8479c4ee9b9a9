"""Files that a person names: read, and written so that nothing is half there or overwritten unasked."""

from lpgminutes.files.reading import read_folder, read_given
from lpgminutes.files.staging import StagedFolder, staged_folder
from lpgminutes.files.writing import refuse_taken, write_new, written_with

__all__ = ["StagedFolder", "read_folder", "read_given", "refuse_taken", "staged_folder", "write_new", "written_with"]
