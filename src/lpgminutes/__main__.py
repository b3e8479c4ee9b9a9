"""``python -m lpgminutes`` and the ``lpgminutes`` command."""

import sys


def main() -> int:
    """Run the command line; ``--version`` answers before anything is imported."""
    if sys.argv[1:] == ["--version"]:
        from lpgminutes import __version__

        sys.stdout.write(f"lpgminutes {__version__}\n")
        return 0
    from lpgminutes.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
