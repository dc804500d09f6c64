"""Errors that a user can act on, apart from bugs."""


class UserError(Exception):
    """Something the user gave or asked for cannot be used.

    The message says what, where, and what to do; the command line prints it as one line and
    exits with 2, the window shows it in its error bar. A bug is any other exception.
    """
