"""The screens: the only folder that imports Textual. It knows services and domain objects only."""

__all__ = ["run"]


def run(location: str | None, who: str | None = None) -> int:
    """Open the screens on the records at ``location`` and return the exit code when they are left."""
    import gc

    gc.disable()  # imports make nothing to collect, and looking for it delays the first frame
    from lpgminutes.tui.app import MinutesApp
    from lpgminutes.tui.endings import said_after

    app = MinutesApp(location, who)
    try:
        app.run()
    finally:
        app.finish()
    return said_after(app)
