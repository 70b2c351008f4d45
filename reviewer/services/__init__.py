"""One function a user action; the only writers of a project."""
