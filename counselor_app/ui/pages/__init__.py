"""The five tabs of an occupation, in order."""

from counselor_app.ui.pages.base import Page
from counselor_app.ui.pages.fit import FitPage
from counselor_app.ui.pages.outlook import OutlookPage
from counselor_app.ui.pages.profile import ProfilePage
from counselor_app.ui.pages.salary import SalaryPage
from counselor_app.ui.pages.skills import SkillsPage

PAGES: tuple[type[Page], ...] = (ProfilePage, SkillsPage, SalaryPage, FitPage, OutlookPage)
