"""Lines of minutes as arguments: they may begin with a dash, and hold any letter after it."""

import re

import click

_LIKE_AN_OPTION = re.compile(r"-(?!-[a-z])\S*\s", re.DOTALL)
"""A dash and, somewhere after it, a space: no option looks so but ``--label=two words``."""
_SHIELD = "\0"


class LineCommand(click.Command):
    """A command whose arguments are typed text."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Shield what is a line from being taken for a cluster of short options: ``- another`` holds ``-h``."""
        return super().parse_args(ctx, [f"{_SHIELD}{arg}" if _LIKE_AN_OPTION.match(arg) else arg for arg in args])


def typed_line(value: str) -> str:
    """Return a line without its shield."""
    return value.removeprefix(_SHIELD)
