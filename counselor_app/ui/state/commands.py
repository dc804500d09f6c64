"""What one part of the window asks of another, by name; the shell carries it out."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Commands(QObject):
    """A feature emits, the shell connects: so no feature knows another.

    ``open_job`` carries a code and whether it goes beside the present one, ``open_pair`` two codes,
    ``go_to`` a `Position` of a session, ``compare`` the codes to compare (none: what is open and on
    the shortlist), ``put_aside`` the codes of jobs that are not for the client, ``open_step`` a
    step, ``visit`` a `Place`, ``open_client`` a client's uid;
    ``show_clients`` whether it is to start a session, ``begin`` goes on with starting it;
    ``help`` asks for the help, ``way_known`` says that the way through the program need not be
    shown any more; ``speak`` that the language to speak may be another now.
    """

    open_job = Signal(str, bool)
    open_pair = Signal(str, str)
    close_jobs = Signal()
    use_first_pane = Signal()
    go_to = Signal(object)
    show_matches = Signal()
    compare = Signal(object)
    rate_skills = Signal()
    order_values = Signal()
    print_view = Signal()
    print_handout = Signal(str)
    choose_places = Signal(str)
    choose_home = Signal()
    put_aside = Signal(object)
    open_step = Signal(str)
    visit = Signal(object)
    open_client = Signal(str)
    show_clients = Signal(bool)
    begin = Signal()
    help = Signal()
    way_known = Signal()
    speak = Signal()
