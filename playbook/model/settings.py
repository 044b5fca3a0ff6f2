"""The project file, enablement.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from playbook.model.entries import AssetId, CampaignId, ClaimId, Industry, PersonaId, PlayId, StageId
from playbook.model.shapes import Address, Colour, Declared, Extra, File, Name, Scalar, Text, YesNo, authors, external, internal

Labels = Mapping[str, Name]
RuleLevels = Mapping[str, Annotated[str, Scalar("choice", "error warning off")]]
PlaybookSection = Annotated[str, Scalar("choice", "start people journey stages coverage they-say rules glossary campaigns more")]
Service = Annotated[str, Scalar("choice", "github gitlab gitea bitbucket")]
Paper = Annotated[str, Scalar("choice", "a4 letter")]
Crm = Annotated[str, Scalar("choice", "hubspot salesforce none")]

# What marks a text as not for buyers, where a team has not listed its own words.
INTERNAL_WORDS = ("[internal]", "[internal-only]", "internal only", "internal use only", "confidential", "do not share")


class Fonts(Declared):
    """The team's own fonts, one file a cut; what is left out, or what a font has no sign for, stands in the theme's."""

    text: File = external("", "The font of all running text, from content_library/files/: House-Regular.ttf.")
    bold: File = external("", "The same font in bold or semibold: House-Bold.ttf.")
    headings: File = external("", "The font of headings, in the weight they are to have: HouseDisplay-Bold.ttf.")


class Brand(Declared):
    """How the team looks: accent colour, logo, fonts, and the line at the foot of every page."""

    accent: Colour = external("", 'Your main colour, with its number sign and in quotes: "#0B5C7A".')
    logo: File = external("", "Your logo from content_library/files/: logo.svg.")
    fonts: Fonts | None = external(None, "Your own fonts, as TTF, OTF or WOFF2 files that you may publish.")
    footer: Text = external("", "The line at the foot of every page: For our own sales team.")


class Pillar(Declared):
    """A promise of the company, and the claims that carry it."""

    MAIN: ClassVar[str] = "promise"
    promise: Text = external("", "What you promise every buyer, in one sentence.", required=True)
    claims: tuple[ClaimId, ...] = external((), "The claims that carry this promise.")


class Messages(Declared):
    """The company's own message, in three lengths."""

    one_line: Text = external("", "What you do, in one sentence a rep can say in a lift.")
    short: Text = external("", "The same in about 50 words.")
    long: Text = external("", "The same in about 150 words.")
    pillars: tuple[Pillar, ...] = external((), "Your few lasting promises, each with its proof.")


class PlaybookPlan(Declared):
    """One playbook to make: what goes into it. Without `sections` it has all of them."""

    MAIN: ClassVar[str] = "id"
    id: Name = internal("", "The name of its file, lower case with hyphens: plants.", required=True)
    title: Name = internal("", "What stands on its cover: For plants.")
    personas: tuple[PersonaId, ...] = internal((), "The personas it holds; left out, all of them.")
    stages: tuple[StageId, ...] = internal((), "The stages it holds; left out, all of them in their order.")
    campaigns: tuple[CampaignId, ...] = internal((), "The campaigns whose plays and assets it holds; left out, campaigns do not matter.")
    plays: tuple[PlayId, ...] = internal((), "Single plays it holds; where it names no play, asset or campaign, all that fit.")
    assets: tuple[AssetId, ...] = internal((), "Single assets it holds, beside the plays and campaigns it names.")
    industries: tuple[Industry, ...] = internal((), "The industries it is for; left out, every one of them.")
    sections: tuple[PlaybookSection, ...] = internal(
        (), "The parts it has: start, people, coverage, stages, campaigns, they-say, rules, glossary, more."
    )


class Repository(Declared):
    """Where the library's files are kept: for the edit links, and for the forms that are published with the site."""

    MAIN: ClassVar[str] = "url"
    url: Address = internal("", "The web address of the project that keeps your files: https://example.com/team/library.")
    branch: Name = internal("main", "The branch that is published: main.")
    service: Service = internal("", "What keeps them, where the address does not tell: github, gitlab, gitea or bitbucket.")
    sign_in: Address = internal("", "The server through which authors sign in to edit in the browser, for GitHub and Bitbucket.")
    app_id: Name = internal("", "The number under which GitLab or Gitea knows the form editor.")


class Feedback(Declared):
    """Where a rep's feedback goes."""

    MAIN: ClassVar[str] = "url"
    url: Address = internal("", "The form or channel where a rep's feedback goes: https://example.com/feedback.")


class Activity(Declared):
    """Where the CRM's exports lie and how their columns are called."""

    folder: Name = internal("activity", "The folder where the exports from your CRM lie: activity.")
    connection: Name = authors("", "The name of the connection the exports come through, if there is one.")
    columns: Extra = internal({}, "What the columns are called in your exports, where they have other names.")


class Settings(Declared, kw_only=True):
    """What holds for the whole library: its name, looks, vocabularies and rules."""

    file: str = "enablement.yaml"
    name: Name = external("", "What the whole library is called: Hale & Rowe playbook.", required=True)
    company: Name = external("", "Your company, as it should stand on covers.")
    language: Name = external("en", "The language you write in: en.")
    currency: Name = external("", "The currency of your amounts, in three letters: EUR.")
    site_url: Address = external("", "Where the site will be published: https://playbook.example.com.")
    paper: Paper = external("a4", "The paper you print on: a4 or letter.")
    brand: Brand | None = external(None, "Your colour, your logo, your fonts, and the line at the foot.")
    messages: Messages | None = external(None, "What your company says about itself, at three lengths, and its lasting promises.")
    industries: Labels = external({}, "Your industries, each with a short name and the words readers see: food: Food processing.")
    products: Labels = external({}, "Your products: temp: Temporary staff.")
    segments: Labels = external({}, "The sizes or sorts of company you sell to: mid: 50 to 500 people.")
    regions: Labels = external({}, "Your regions: north: Northern Germany.")
    asset_types: Labels = external({}, "Your sorts of content: calculator: Calculator.")
    roles: Labels = external({}, "The parts people play in a purchase: champion: Champion.")
    stages: tuple[Name, ...] = external((), "The names of your stages in order, as long as you have no stage files: Awareness, Decision.")
    playbooks: tuple[PlaybookPlan, ...] = internal((), "The PDFs to make; left out, one for each persona and one of everything.")
    rules: RuleLevels = authors({}, "How strict each check is: its code, then error, warning or off. PB301: off.")
    repository: Repository | None = internal(
        None, "Where your files are kept, for the links to edit a page, and how authors sign in there."
    )
    feedback: Feedback | None = internal(None, "Where reps tell you what is wrong or missing.")
    links_base: Address = internal("", "The address that links without one belong to, where texts came from another site.")
    internal_words: tuple[Name, ...] = internal(
        (), "Words that must never reach a buyer; left out: internal only, confidential and the like."
    )
    do_not_contact: tuple[Name, ...] = internal((), "Companies and people reps must leave alone.")
    show_names: YesNo | None = internal(None, "Write yes to publish names of reps and accounts; left out, none is.")
    crm: Crm = internal("none", "The CRM you use: hubspot, salesforce or none.", label="CRM")
    activity: Activity | None = authors(None, "Where the exports from your CRM lie, and what their columns are called.")
    notes: Text = authors("", "What only authors of the library should know; never published.")
    extra: Extra = internal({}, "Fields of your own for the whole library, under any names you like.")

    def label(self, vocabulary: str, word: str) -> str:
        """Return the label that a vocabulary gives to an id; the id as written where it is not declared."""
        labels: Mapping[str, str] = getattr(self, vocabulary)
        return labels.get(word, word)
