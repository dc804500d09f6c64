"""The five tabs of an occupation, in order."""

from counselor_app.ui.occupation.fit import FitPage
from counselor_app.ui.occupation.outlook import OutlookPage
from counselor_app.ui.occupation.page import Page
from counselor_app.ui.occupation.profile import ProfilePage
from counselor_app.ui.occupation.salary import SalaryPage
from counselor_app.ui.occupation.skills import SkillsPage

PAGES: tuple[type[Page], ...] = (ProfilePage, SkillsPage, SalaryPage, FitPage, OutlookPage)
