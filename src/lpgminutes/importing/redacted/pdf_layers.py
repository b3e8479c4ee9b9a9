"""The layers of a PDF, and which of them a reader does not see."""

from lpgminutes.importing.redacted.pdf_objects import entry, parts, resolved


class Layers:
    """Knows which layers are switched off when the file is opened."""

    def __init__(self, root: object) -> None:
        """Take the catalog of a file."""
        begun = entry(root, "/OCProperties", "/D")
        off = {_key(layer) for layer in parts(entry(begun, "/OFF"))}
        if entry(begun, "/BaseState") == "/OFF":
            on = {_key(layer) for layer in parts(entry(begun, "/ON"))}
            off |= {_key(layer) for layer in parts(entry(root, "/OCProperties", "/OCGs"))} - on
        self._off = off

    def is_off(self, layer: object) -> bool:
        """Whether what lies on a layer, or on several together, is not shown."""
        found = resolved(layer)
        if not self._off or found is None:
            return False
        if entry(found, "/Type") != "/OCMD":
            return _key(found) in self._off
        members = parts(entry(found, "/OCGs")) or [entry(found, "/OCGs")]
        offs = [_key(member) in self._off for member in members if member is not None]
        if not offs or entry(found, "/VE") is not None:
            return False
        rule = str(entry(found, "/P") or "/AnyOn")
        shown = {"/AnyOn": not all(offs), "/AllOn": not any(offs), "/AnyOff": any(offs), "/AllOff": all(offs)}
        return not shown.get(rule, True)


def _key(layer: object) -> object:
    reference = getattr(layer, "indirect_reference", None)
    return (reference.idnum, reference.generation) if reference is not None else id(layer)
