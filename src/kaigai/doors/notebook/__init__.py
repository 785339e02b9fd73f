"""The notebook door: `kaigai.open(folder)`, and every verb as a method."""

from kaigai.doors.notebook.answer import NotebookAnswer, Page
from kaigai.doors.notebook.workspace import Workspace, open

__all__ = ["NotebookAnswer", "Page", "Workspace", "open"]
