"""Commands that take a query, whose words may begin with a dash: ``-overdue`` is a word, ``-o FILE`` an option."""

from collections.abc import Iterator, Sequence

import click


class QueryCommand(click.Command):
    """A command whose arguments are the words of a query, wherever they stand between its options."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the words that begin with a dash where no option is looked for."""
        options = [parameter for parameter in self.get_params(ctx) if isinstance(parameter, click.Option)]
        names = frozenset(name for option in options for name in option.opts)
        taking = frozenset(name for option in options if not option.is_flag for name in option.opts)
        told = list(_told_apart(args, names, taking))
        words = [argument for is_word, argument in told if is_word]
        return super().parse_args(ctx, [*(argument for is_word, argument in told if not is_word), "--", *words])


def _told_apart(args: Sequence[str], names: frozenset[str], taking: frozenset[str]) -> Iterator[tuple[bool, str]]:
    """Yield each argument with whether it is a word that begins with a dash; after ``--`` all are words."""
    for place, argument in enumerate(args):
        if argument == "--":
            yield from ((True, word) for word in args[place + 1 :])
            return
        is_value = place > 0 and args[place - 1] in taking
        is_dashed = argument.startswith("-") and not argument.startswith("--")
        yield is_dashed and not is_value and argument not in names, argument
