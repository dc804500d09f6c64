"""Spanish words as they are searched: without accents, gender and plural, and as they sound."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from counselor_app.domain.occupation import titles

_SMALL_WORDS = "a al con de del e el en la las lo los o para por the u un una unas unos y "
_SMALL = frozenset(_SMALL_WORDS.split())
_ASKING_WORDS = (
    "busco como cual dar de del el en es estudiar gusta gustaria hacer la las los me mi para "
    "persona personas quiero que quien quienes ser soy sobre trabaja trabajador trabajadora "
    "trabajadores trabajan trabajar trabajo trabajos un una "
)
_ASKING = frozenset(_ASKING_WORDS.split())
"""Words around what is meant: "quiero ser enfermera", "trabajo de chofer"."""

_ALIKE_WORDS = (
    "carro auto coche automovil vehiculo",
    "camion trailer troca",
    "nino nina infantil infancia bebe",
    "anciano mayor viejito",
    "casa vivienda hogar domicilio",
    "tienda supermercado mercado negocio",
    "computadora ordenador computacion",
    "doctor medico medicina",
    "chofer conductor",
    "mesero camarero mozo",
    "maestro profesor docente",
    "ayudante asistente auxiliar",
    "jefe gerente encargado",
    "celular telefono movil",
    "escuela escolar",
    "perro gato mascota animal",
    "maquina maquinaria",
    "vendedor venta",
    "limpieza aseo limpiar",
    "reparador arreglar",
    "cuidador cuidado",
    "abogado legal",
    "banco bancario",
    "lenguaje habla",
    "pelo cabello",
    "pasto cesped jardin",
    "basura residuo",
    "comida alimento cocina",
    "periodico noticia",
    "bebida trago",
)
"""What one country or person calls so and another otherwise."""

_GENERAL_STEMS = (
    "agent asistent auxiliar ayudant encargad especialist guardi oficial operador tecnic"
)
_GENERAL = frozenset(_GENERAL_STEMS.split())

_ACT = re.compile(r"(\w{2,}[aei])(?:r|dor|cion)")
"""What is done, who does it and the doing: "cortar", "cortador", "reparacion"."""

_PLURAL = re.compile(r"(?<=[^aeious])es$|(?<=[aeiou])s$")
_SOUNDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"ch", "1"),
        (r"ll", "y"),
        (r"qu(?=[ei])", "k"),
        (r"g(?=[ei])", "j"),
        (r"gu(?=[ei])", "g"),
        (r"c(?=[ei])", "s"),
        (r"[ckq]", "k"),
        (r"ph", "f"),
        (r"h", ""),
        (r"[zx]", "s"),
        (r"[vw]", "b"),
        (r"y$", "i"),
        (r"n(?=[bp])", "m"),
        (r"(.)\1+", r"\1"),
    )
)


def stem(word: str) -> str:
    """A folded word without plural and gender: "conductores", "enfermera", "jefas"."""
    if len(word) < 4:
        return word
    bare = word[:-3] + "z" if word.endswith("ces") else _PLURAL.sub("", word)
    return bare[:-1] if len(bare) > 3 and bare[-1] in "aoe" else bare


@cache
def _alike() -> Mapping[str, frozenset[str]]:
    groups = [frozenset(map(stem, group.split())) for group in _ALIKE_WORDS]
    return {one: group - {one} for group in groups for one in group}


def alike(word: str) -> frozenset[str]:
    """Stems that may be said for the stem of a word: "carr" for "aut", "cortador" for "cortar"."""
    act = _ACT.fullmatch(word)
    made = {f"{act[1]}dor", f"{act[1]}cion", f"{act[1]}r"} - {word} if act else set()
    return _alike().get(word, frozenset()) | made


def words(text: str) -> list[str]:
    """The stems that carry meaning, nothing from "excepto" on; all where nothing would be left."""
    return [stem(word) for word in content(text)]


def content(text: str) -> list[str]:
    """The folded words that carry meaning, as they are written."""
    found = titles.words(text)
    end = found.index("excepto") if "excepto" in found[1:] else len(found)
    return _without(_SMALL, found[:end])


def meant(text: str) -> list[str]:
    """The folded words that carry meaning in what a person asks for."""
    return _without(_ASKING, content(text))


def names_the_job(word: str) -> bool:
    """Whether the first word of several says what is done, as in "chofer de camión".

    A verb does not ("cortar cabello"), nor what many jobs begin with ("técnico electricista").
    """
    return stem(word) not in _GENERAL and not re.fullmatch(r"\w{2,}[aei]r", word)


def sound(word: str) -> str:
    """A key that words pronounced alike share: "vombero" and "bombero", "sapatero", "zapatero"."""
    for pattern, replacement in _SOUNDS:
        word = pattern.sub(replacement, word)
    return word


def _without(small: frozenset[str], found: Sequence[str]) -> list[str]:
    return [word for word in found if word not in small] or list(found)
