"""A school's logo from any picture file: checked, and made into a plain PNG of our own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

from counselor_app.domain.figures.wording import number
from counselor_app.errors import UserError, system_words
from counselor_app.language import _
from counselor_app.ui.printing.svg_cost import ends_soon

LARGEST_FILE = 5_000_000
"""Bytes."""
MOST_PIXELS = 6_000
"""Across or down, of the picture that is read."""
KEPT = QSize(900, 300)
"""What it is made into at most: three inches at 300 dots an inch, far more than it is printed."""

_KINDS = {b"png": "PNG", b"jpeg": "JPEG", b"jpg": "JPEG", b"svg": "SVG"}


def read_logo(path: Path) -> tuple[bytes, tuple[int, int]]:
    """The picture in ``path`` as PNG, and its pixels across and down.

    Nothing but the pixels is kept: no location, camera or author, no script of an SVG.

    Raises:
        UserError: when the file is no PNG, JPEG or SVG picture, or far too large.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UserError(
                _("{file} is too large for a logo: more than {most} MB. Make it smaller in a"
                  " picture program and choose it again.",
                  file=path.name, most=LARGEST_FILE // 1_000_000)
            )  # fmt: skip
        held = path.read_bytes()
    except OSError as error:
        why = system_words(error)
        raise UserError(_("{file} could not be read: {why}.", file=path.name, why=why)) from None
    image = _drawn(path, held) if _is_svg(held) else _read(path, held)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data()), (image.width(), image.height())


def _is_svg(held: bytes) -> bool:
    start = held[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"<") and b"<svg" in held[:8192]


def _drawn(path: Path, held: bytes) -> QImage:
    if b"<!ENTITY" in held or b"href" in held.replace(b'href="#', b"").replace(b"href='#", b""):
        raise UserError(
            _("{file} draws on other files or on definitions of its own. Save it as PNG and choose"
              " that.", file=path.name)
        )  # fmt: skip
    if not ends_soon(held):
        raise UserError(
            _("{file} repeats or nests far more than a logo does, or it is damaged. Save it as PNG"
              " and choose that.", file=path.name)
        )  # fmt: skip
    renderer = QSvgRenderer(QByteArray(held))
    size = renderer.defaultSize()
    if not renderer.isValid() or size.isEmpty():
        raise _no_picture(path)
    size.scale(KEPT, Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(size.expandedTo(QSize(1, 1)), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    return image


def _read(path: Path, held: bytes) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(held))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    kind = bytes(reader.format().data())
    if kind not in _KINDS or kind == b"svg":
        raise _no_picture(path)
    size = reader.size()
    if max(size.width(), size.height()) > MOST_PIXELS:
        raise UserError(
            _("{file} is {across} by {down} pixels, far too large for a logo (at most {most}). Make"
              " it smaller in a picture program.", file=path.name, across=number(size.width()),
              down=number(size.height()), most=number(MOST_PIXELS))
        )  # fmt: skip
    image = reader.read()
    if image.isNull():
        raise _no_picture(path)
    if image.width() > KEPT.width() or image.height() > KEPT.height():
        image = image.scaled(
            KEPT,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    plain = QImage(image.convertToFormat(QImage.Format.Format_ARGB32))
    for key in plain.textKeys():
        plain.setText(key, "")
    return plain


def _no_picture(path: Path) -> UserError:
    return UserError(
        _("{file} is no picture that can be used, or it is damaged. A logo is a PNG, JPEG or SVG"
          " file.", file=path.name)
    )  # fmt: skip
