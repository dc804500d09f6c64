"""The inventories of those who agreed to take part in the field study."""

from __future__ import annotations

from datetime import datetime

from counselor_app.domain.session.consent import Consent
from counselor_app.domain.session.field_study import Administration
from counselor_app.workspace.base import Workspace


def administrations(workspace: Workspace) -> tuple[Administration, ...]:
    """Every finished inventory with a consent, of clients and sessions that are not deleted."""
    given: dict[str, dict[str, int]] = {}
    for inventory, item, value in workspace.rows(
        "SELECT inventory, item, given FROM answer JOIN consent USING (inventory)"
        " WHERE given IS NOT NULL"
    ):
        given.setdefault(inventory, {})[item] = value
    return tuple(
        Administration(
            client, version, form, datetime.fromisoformat(started), seconds, given.get(uid, {}),
            Consent(language, age_band, sex, rung),
        )
        for uid, client, version, form, started, seconds, language, age_band, sex, rung
        in workspace.rows(
            "SELECT i.uid, i.client, version, form, i.started, seconds, language, age_band, sex,"
            " education_rung FROM inventory AS i JOIN consent ON inventory = i.uid"
            " JOIN client ON client.uid = i.client LEFT JOIN session AS s ON s.uid = i.session"
            " WHERE client.deleted IS NULL AND s.deleted IS NULL AND finished IS NOT NULL"
            " ORDER BY i.started, i.rowid"
        )
    )  # fmt: skip
