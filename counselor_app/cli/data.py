"""The commands on the occupation data: what it is, building it, bringing new data in."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from counselor_app.cli.terminal import agreed, indented, print_json, spoken
from counselor_app.domain.figures.wording import number
from counselor_app.errors import UserError
from counselor_app.language import Said, _, joined, ngettext, pgettext
from counselor_app.machine import load_machine
from counselor_app.paths import data_folder

if TYPE_CHECKING:
    from counselor_app.pack.update import Candidate
    from counselor_app.store.reference import Pack

Open = Callable[[argparse.Namespace], "Pack"]
Progress = Callable[[int, int, str], None]
Action = Callable[[str, Callable[..., int], Said], argparse.ArgumentParser]


def add_commands(
    commands: argparse._SubParsersAction[Any],
    open_pack: Open,
    tell: Callable[[], Progress],
) -> None:
    """Add ``data`` and its actions."""
    data = commands.add_parser("data", help=_("the occupation data: what is in it, new releases"))
    actions = data.add_subparsers(
        title=pgettext("heading of help", "actions"), metavar="ACTION", required=True
    )

    def action(name: str, run: Callable[..., int], words: Said) -> argparse.ArgumentParser:
        parser: argparse.ArgumentParser = actions.add_parser(name, help=words)
        parser.set_defaults(command=run)
        return parser

    _add_reading(action, open_pack, tell)
    _add_changing(action, tell)
    _add_signing(action, tell)


def _add_reading(action: Action, open_pack: Open, tell: Callable[[], Progress]) -> None:
    info = action("info", lambda o: _info(o, open_pack), _("which data is in use, what is in it"))
    info.add_argument("--json", action="store_true")

    verify = action("verify", _verify, _("check a data file for damage"))
    verify.add_argument("file", metavar="FILE", type=Path, nargs="?")

    build = action("build", lambda o: _build(o, tell()), _("build a data file from releases"))
    build.add_argument("inputs", metavar="FOLDER_OR_ZIP", type=Path, nargs="+")
    build.add_argument("-o", dest="target", type=Path, required=True, metavar="FILE")
    build.add_argument(
        "--keep-rest", action="store_true", help=_("take what is not given from the shipped data")
    )

    write_seed = action(
        "write-seed", lambda o: _write_seed(o, tell()),
        _("write the program's own data from releases"),
    )  # fmt: skip
    write_seed.add_argument("inputs", metavar="FOLDER_OR_ZIP", type=Path, nargs="+")
    write_seed.add_argument(
        "-o",
        dest="folder",
        type=Path,
        metavar="FOLDER",
        help=_("where it goes (the program's own)"),
    )


def _add_changing(action: Action, tell: Callable[[], Progress]) -> None:
    update = action(
        "update",
        lambda o: _update(o, tell()),
        _("bring new releases in, see what changes, use them"),
    )
    update.add_argument("inputs", metavar="FOLDER_OR_ZIP", type=Path, nargs="+")
    install = action(
        "install-pack", lambda o: _install(o, tell()), _("use a signed data pack made elsewhere")
    )
    install.add_argument("container", metavar="FILE", type=Path)
    for one in (update, install):
        one.add_argument(
            "--codes", nargs="+", default=[], metavar="CODE",
            help=_("occupations whose figures are compared, old and new"),
        )  # fmt: skip
        one.add_argument("--older", action="store_true", help=_("even an older release"))
        one.add_argument("--yes", action="store_true", help=_("do not ask"))
        one.add_argument("--json", action="store_true", help=_("print what changes as JSON"))

    action("back", _back, _("use the data that was in use before, one back each time"))


def _add_signing(action: Action, tell: Callable[[], Progress]) -> None:
    export = action(
        "export-pack", lambda o: _export(o, tell()), _("write the data in use as a signed file")
    )
    export.add_argument("target", metavar="FILE", type=Path)
    export.add_argument(
        "--key",
        type=Path,
        required=True,
        metavar="KEY_FILE",
        help=_("the file that sign-key wrote"),
    )
    sign = action("sign-key", _sign_key, _("make the key that signs data packs"))
    sign.add_argument("target", metavar="KEY_FILE", type=Path)
    trust = action("trust-key", _trust_key, _("allow data packs that are signed with a key"))
    trust.add_argument("key", metavar="PUBLIC_KEY")
    trust.add_argument("--remove", action="store_true", help=_("do not allow them any longer"))


def _info(options: argparse.Namespace, open_pack: Open) -> int:
    from counselor_app.pack import info
    from counselor_app.pack.current import OWN_WORDS, can_go_back, in_use

    with open_pack(options) as pack:
        facts = info.read_info(pack)
        path = pack.path
    used = None if options.pack else in_use(data_folder())
    if options.json:
        found = info.as_dict(facts)
        if used is not None:
            found["in_use"] = {
                "file": path.name,
                "own": used.own,
                "since": used.since or None,
                "can_go_back": can_go_back(data_folder()),
            }
        print_json(found)
        return 0
    if used is not None:
        what = OWN_WORDS
        if not used.own:
            what = _("{file}, since {day}", file=path.name, day=used.since)
        print(_("In use: {what}", what=what))
        if can_go_back(data_folder()):
            go_back = _("To use the data that was in use before: counselor-app data back")
            print(indented(go_back))
        print()
    print(info.as_text(facts, spoken()))
    return 0


def _verify(options: argparse.Namespace) -> int:
    from counselor_app.pack.current import in_use
    from counselor_app.pack.verify import verify

    path = options.file or options.pack or in_use(data_folder()).path
    findings = verify(path)
    if findings:
        raise UserError(
            _("{file} is damaged: {findings}", file=path.name, findings=joined(findings))
        )
    print(_("{file}: no damage found.", file=path.name))
    return 0


def _build(options: argparse.Namespace, tell: Progress) -> int:
    from counselor_app.pack.build import as_text, build

    report = build(options.inputs, options.target, keep_rest=options.keep_rest, progress=tell)
    print(as_text(report, spoken()))
    return 0


def _write_seed(options: argparse.Namespace, tell: Progress) -> int:
    from counselor_app.pack.build import as_text, seed_from_releases

    report = seed_from_releases(options.inputs, options.folder, progress=tell)
    print(as_text(report, spoken()))
    return 0


def _update(options: argparse.Namespace, tell: Progress) -> int:
    from counselor_app.pack.update import look, prepare

    _users_own("pack")
    found = look(options.inputs)
    if found.packs and not found.releases:
        raise UserError(
            _("A finished data pack is given; bring it in with: counselor-app data install-pack"
              " FILE")
        )  # fmt: skip
    return _offer(
        prepare(
            options.inputs, data_folder(), codes=options.codes, older=options.older, progress=tell
        ),
        options,
    )


def _install(options: argparse.Namespace, tell: Progress) -> int:
    from counselor_app import settings
    from counselor_app.pack.update import prepare_pack

    _users_own("pack")
    own, trouble = settings.load(data_folder())
    if trouble:
        print(trouble, file=sys.stderr)
    keys = load_machine().over(own).trusted_keys
    return _offer(
        prepare_pack(
            options.container, data_folder(), keys, codes=options.codes,
            older=options.older, progress=tell,
        ),
        options,
    )  # fmt: skip


def _offer(candidate: Candidate, options: argparse.Namespace) -> int:
    """Print what changes, ask, and put the new data in use or not."""
    from counselor_app.pack.changes_words import as_dict, as_text
    from counselor_app.pack.current import releases
    from counselor_app.pack.update import accept, discard

    try:
        if options.json:
            print_json({**as_dict(candidate.changes), "remarks": list(candidate.remarks)})
        else:
            print(as_text(candidate.changes, spoken()))
            for remark in candidate.remarks:
                print(remark)
        sys.stdout.flush()
        if not (options.yes or agreed(_("Use the new data?"), sys.stderr)):
            discard(candidate)
            print(_("The data in use is unchanged."), file=sys.stderr)
            return 0
        used = accept(candidate, data_folder(), today=date.today())
    except BaseException:
        discard(candidate)
        raise
    print(
        _("In use now: {releases}. A window that is open shows it from its next start; to go back:"
          " counselor-app data back", releases=releases(used)),
        file=sys.stderr,
    )  # fmt: skip
    return 0


def _back(_options: argparse.Namespace) -> int:
    from counselor_app.pack.current import go_back, releases

    _users_own("pack")
    used = go_back(data_folder(), today=date.today())
    if used.trouble:
        print(used.trouble, file=sys.stderr)
    print(
        _("In use now: {releases}. A window that is open shows it from its next start.",
          releases=releases(used))
    )  # fmt: skip
    return 0


def _export(options: argparse.Namespace, tell: Progress) -> int:
    from counselor_app.pack.current import in_use
    from counselor_app.pack.signature import export_pack
    from counselor_app.pack.trust import require_trusted

    pack = options.pack or in_use(data_folder()).path
    made = export_pack(
        require_trusted(pack, data_folder()), options.target, options.key, today=date.today(),
        progress=tell,
    )  # fmt: skip
    print(
        ngettext(
            "{file}: {n} byte of data, signed with the key {key}",
            "{file}: {n} bytes of data, signed with the key {key}",
            made.bytes, file=str(options.target), n=number(made.bytes), key=made.key,
        )
    )  # fmt: skip
    return 0


def _sign_key(options: argparse.Namespace) -> int:
    from counselor_app.pack.signature import make_key

    public = make_key(options.target)
    print(_("{file} is the private key: keep it, and give it to nobody.", file=str(options.target)))
    print(_("On every computer that may install what it signs, once:"))
    print(f"counselor-app data trust-key {public}")
    return 0


def _trust_key(options: argparse.Namespace) -> int:
    from counselor_app import settings
    from counselor_app.pack.signature import checked_key

    key = checked_key(options.key)
    _users_own("trusted_keys")
    chosen, trouble = settings.load(data_folder())
    if trouble:
        print(trouble, file=sys.stderr)
    keys = [one for one in chosen.trusted_keys if one != key]
    if options.remove and len(keys) == len(chosen.trusted_keys):
        raise UserError(_("{key} is not among the trusted keys; nothing was changed.", key=key))
    if not options.remove:
        keys.append(key)
    settings.save(chosen._replace(trusted_keys=tuple(keys)), data_folder())
    if options.remove:
        print(_("No longer trusted: {key}", key=key))
    else:
        print(pgettext("keys of data packs", "Trusted: {key}", key=key))
    return 0


def _users_own(name: str) -> None:
    """Refuse to change what the school has set."""
    machine = load_machine()
    if name in machine.fixed:
        raise UserError(
            _("Nothing was changed: {name} is set by your school in {file}.",
              name=name, file=str(machine.file))
        )  # fmt: skip
