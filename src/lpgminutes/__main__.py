"""``python -m lpgminutes`` and the ``lpgminutes`` command."""

import sys


def main() -> int:
    """Run the command line; the version and the bare screens do not wait for it to be imported."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        try:
            return _print_version()
        except OSError:
            from lpgminutes.cli import printed

            return printed(_print_version)
    is_bare = not arguments or (len(arguments) == 2 and arguments[0] == "--store")  # noqa: PLR2004 - option and value
    if is_bare:
        from lpgminutes.cli import open_screens
        from lpgminutes.cli.terminal import why_no_screens

        if not why_no_screens():
            return open_screens(arguments[1] if arguments else None)
    from lpgminutes.cli import run

    return run(arguments)


def _print_version() -> int:
    from lpgminutes import __version__

    sys.stdout.write(f"lpgminutes {__version__}\n")
    sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
