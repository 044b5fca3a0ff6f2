"""The catalogue of problem codes: each has a level, a short name and a paragraph that explains it.

PB1xx reading files, PB2xx fields and references, PB3xx editorial rules, PB4xx pages and PDFs, PB5xx publishing,
PB6xx spreadsheets.
"""

from __future__ import annotations

from msgspec import Struct


class Code(Struct, frozen=True):
    """One kind of problem: its level unless a team sets another, its short name, and what it means at length."""

    code: str
    level: str
    what: str
    explanation: str


_ALL = (
    Code(
        "PB101",
        "error",
        "no project file",
        "A library is a folder with a file called enablement.yaml. It gives the library its name and holds what is true of all "
        "of it: stages, industries, products, looks and rules. One line with a name is enough to begin; `playbook init` writes "
        "it, with examples.",
    ),
    Code(
        "PB102",
        "warning",
        "folder that nobody reads",
        "In content_library every kind of entry has its own folder, and the folder says what its entries are. Files in a folder"
        " with another name are not read at all, so their content is missing everywhere. Mostly the name is misspelt.",
    ),
    Code(
        "PB103",
        "warning",
        "file that nobody reads",
        "A file that looks like an entry lies where no kind of entry lives, or its name ends in something other than .yaml or "
        ".yml, so it is not read. Editors on Windows like to add .txt to a name without showing it.",
    ),
    Code(
        "PB104",
        "error",
        "two files, one id",
        "The id of an entry is the name of its file without the ending, whatever subfolder it lies in, so within a kind every "
        "name is there once. Names that differ only in capital letters are one and the same file on most laptops, and break "
        "links there.",
    ),
    Code(
        "PB105",
        "error",
        "link out of the library",
        "A symbolic link leads out of the library's folder, to nothing, or back to a folder around it. It is not followed: what"
        " a playbook shows must lie in the library, or nobody else can build the same playbook.",
    ),
    Code(
        "PB106",
        "error",
        "file that cannot be opened",
        "The system does not hand out this file or folder: rights are missing, it vanished while we read, or its name is no "
        "text. The rest of the library is read without it.",
    ),
    Code(
        "PB107",
        "error",
        "file too large",
        "An entry is a few kilobytes of text. Files of more than 1 MB, with tens of thousands of values, or nested dozens of "
        "levels deep are refused, because a few lines of YAML can be made to fill a machine's memory.",
    ),
    Code(
        "PB108",
        "error",
        "file that is no text",
        "The file holds bytes that are no text in UTF-8: it is a picture or a document with a wrong ending, it was saved in an "
        "old encoding, or it was damaged. Open it in an editor and save it as UTF-8.",
    ),
    Code(
        "PB109",
        "warning",
        "file in UTF-16",
        "The file is saved in UTF-16, which some Windows programs call Unicode. It is read, but Git shows no differences for it"
        " and other tools refuse it. Save it as UTF-8.",
    ),
    Code(
        "PB110",
        "error",
        "empty file",
        "The file holds nothing, or only remarks. Its id is taken, but there is no entry behind it. Write the fields that its "
        "kind requires, or delete the file.",
    ),
    Code(
        "PB111",
        "error",
        "file without fields",
        "A file of the library is a group of fields: each line begins with a name and a colon. This one begins as a list or as "
        "a plain text, so nobody can tell what its parts mean.",
    ),
    Code(
        "PB112",
        "error",
        "two entries in one file",
        "A line of three dashes begins a second document in YAML. One file is one entry, so only the first is read. Move the "
        "second into a file of its own; a text that needs a line of dashes goes below a | and is indented.",
    ),
    Code(
        "PB113",
        "warning",
        "line that other editors refuse",
        "Some signs mean something else in YAML than in a sentence: a second colon, or *, &, !, >, |, @, %, { and [ at the "
        "start. We read the line as it is written, and no word changes, but other editors and tools refuse the file or change "
        "the text. The corrected line can be pasted as it is shown.",
    ),
    Code(
        "PB114",
        "error",
        "line that cannot be read",
        "YAML cannot read this line, and no pair of quotes repairs it. Mostly a line begins in the wrong column, or a colon, quote or "
        "bracket is missing on this line or on the one above it. Where a colon after the name of a field, or another column for it, makes "
        "the file readable, it is read so, and it is still an error because only you know what was meant. Otherwise the whole file is left "
        "out until it is corrected; the rest of the library is read.",
    ),
    Code(
        "PB115",
        "error",
        "quote or bracket left open",
        "A quote or bracket opens and is not closed where its text ends, so that it swallows what follows. The place is where "
        "it opens. Where the file can be read by closing it at the end of its line, that is done, and it is still an error "
        "because only you know where the text ends.",
    ),
    Code(
        "PB116",
        "error",
        "field given twice",
        "Within one entry, use or step every field has its name once. YAML says that a second one is a mistake, and most "
        "programs silently keep the last. We keep the first and say where both are.",
    ),
    Code(
        "PB117",
        "error",
        "text cut by #",
        "A # after a space begins a remark in YAML, and the rest of the line is lost: of `title: Top #1 pick` only Top is left,"
        " and a colour such as #0B5FFF vanishes. Put the text in quotes. For a real remark put a space and a word after the #. "
        "Where a figure or nothing follows the space, as in `We are # 1`, it may be meant so, and it is a warning.",
    ),
    Code(
        "PB118",
        "warning",
        "dash swallowed by the line above",
        "The items of a list begin in one column. A dash that is indented further belongs to the text of the line above, so "
        "that two items become one with a dash in the middle. Move the dash into the column of the others.",
    ),
    Code(
        "PB119",
        "warning",
        "sign that cannot be seen",
        "Texts copied from slides, chats and web pages bring signs that look like a space, or like nothing. In the wrong place "
        "they hide a field or make a file unreadable. The corrected line can be pasted.",
    ),
    Code(
        "PB120",
        "error",
        "tab in the indentation",
        "YAML allows only spaces at the beginning of a line, because nobody can agree how wide a tab is. The line is read "
        "with as many spaces as fit the lines around it, where that can be told. Most editors can be told to write spaces in .yaml "
        "files, and the project's .editorconfig asks for it.",
    ),
    Code(
        "PB121",
        "warning",
        "repeated value",
        "With & a value gets a name, and with * it is repeated elsewhere. We read it where it is small, but form editors and "
        "spreadsheets lose the connection, and chains of repetitions can fill a machine's memory. Write the value itself in "
        "both places.",
    ),
    Code(
        "PB122",
        "error",
        "type sign",
        "A word with ! before a value asks YAML for a type, and in some programs even makes them run code. Here types come from"
        " the fields, nothing is ever run, and the value is read as a text. Delete the word with !.",
    ),
    Code(
        "PB123",
        "error",
        "name that is no name",
        "The name of a field is a plain word. A list, a group, nothing at all, or << (which copies another group's fields) in "
        "its place is not read.",
    ),
    Code(
        "PB124",
        "warning",
        "comma that splits a sentence",
        "In a list written in brackets every comma begins a new item, so a sentence with a comma becomes two items. Where a "
        "later item goes on like the sentence before it, the list is shown with dashes, ready to be pasted.",
    ),
    Code(
        "PB125",
        "warning",
        "list or group in the place of a text",
        "A text is wanted here, and a list or fields are written. A list of one item is read as that item; several lines are read "
        "as a text, line by line, so that nothing is lost. Often the field has another name, or the lines belong one level further out.",
    ),
    Code(
        "PB126",
        "warning",
        "backslash in double quotes",
        "In double quotes a backslash begins a sign of its own: \\n is a new line and \\t a tab, so that a path such as C:\\new"
        " is torn apart. In single quotes, or without quotes, a backslash is a backslash.",
    ),
    Code(
        "PB127",
        "error",
        "name that cannot be a file",
        "An id becomes the name of a page or PDF, and the files of a library must lie on every laptop of the team. Signs such as "
        "\\ : * ? and < > are refused on many systems, a dot or a space at the end is cut off, con and nul are devices on Windows, and "
        "index is the list page of its kind. Nothing is made of it until it has another name.",
    ),
    Code(
        "PB128",
        "warning",
        "drawing that does more than draw",
        "An SVG is a small program: it can hold scripts, load other files, and copy parts of itself so often that a PDF never ends. "
        "Such a drawing is left out of the site. Export it from the design tool as a plain SVG, or use a PNG.",
    ),
    Code(
        "PB129",
        "warning",
        "bullet that is none",
        "In YAML each item of a list begins with a dash and a space. Bullets that come along from a document or a slide (•, –, *), and "
        "a dash without a space behind it, are words like any others to it: items run together into one line, or the file cannot "
        "be read. Where a list is wanted, such lines are read as its items.",
    ),
    Code(
        "PB130",
        "error",
        "dash missing before an item",
        "Each item of a list begins with a dash. Where it is missing, YAML takes the item for a part of the one beside it, or gives "
        "up. It is read as an item of its own, and nothing is lost.",
    ),
    Code(
        "PB201",
        "error",
        "required field missing",
        "Every kind of entry has a few fields that it makes no sense without, such as the title of an asset. The entry is still "
        "read and shown, with a gap where the field should be. Add the field, or delete the entry if nobody needs it.",
    ),
    Code(
        "PB202",
        "error",
        "unknown field",
        "A field has a name that this kind of entry does not know, so what is written there would be lost. Mostly it is a slip of "
        "the finger, or the line is indented too little or too much. Fields of your own go under extra, and are published.",
    ),
    Code(
        "PB203",
        "error",
        "unknown entry",
        "An entry names another one by its id, and no file has that id. The id is the name of the file without .yaml: "
        "personas/plant-manager.yaml is plant-manager. A suggestion is made only where a slip of the finger is really likely.",
    ),
    Code(
        "PB204",
        "warning",
        "word that is not on its list",
        "Industries, products, segments, regions, asset types and roles are lists that your team keeps in enablement.yaml. A word "
        "that is not on its list is shown as written, but nobody finds it by choosing from the list. Correct it, or add it there.",
    ),
    Code(
        "PB205",
        "error",
        "not one of the possible words",
        "Some fields take one of a few fixed words: a status is draft, approved or retired. Another word has no effect, "
        "so the field counts as left out.",
    ),
    Code(
        "PB206",
        "error",
        "list, group or text in the wrong place",
        "A field that wants one text has a list or a group of fields, or the other way round. Often a sign that means something "
        "in YAML is the reason: a colon followed by a space, or a text that begins with a brace or a bracket. Put quotes around it.",
    ),
    Code(
        "PB207",
        "error",
        "not a share",
        "A share is written with a percent sign, as 10%, or as a part of one, as 0.1. A bare 10 is not taken for 10%, because it "
        "may as well be ten of something.",
    ),
    Code(
        "PB208",
        "error",
        "not a length of time",
        "A length of time is a number and a unit: 5 minutes, 24 hours, 4 business hours, 2 business days, 3-4 weeks, 6 months. "
        "Minutes, hours and days are counted around the clock unless it says business.",
    ),
    Code(
        "PB209",
        "error",
        "not a date",
        "Dates are written year first, as 2026-11-21; a whole month is 2026-11, and what never grows old is evergreen. Other "
        "forms are read differently in different countries, so they are never guessed.",
    ),
    Code(
        "PB210",
        "error",
        "not a number",
        "A number is written in digits, with commas between thousands if you like: 25000 or 25,000. Currency signs, units and "
        "letters such as k stay out; the currency stands once in enablement.yaml.",
    ),
    Code(
        "PB211",
        "error",
        "not the day of a step",
        "The day of a step is one number, counted in business days from the start of the play, or from what the field from says; it "
        "may be negative. Write 30 calendar to count every day. A time in words goes under after, on or until.",
    ),
    Code(
        "PB212",
        "error",
        "neither yes nor no",
        "The field is a switch: write yes or no. True and false, on and off mean the same.",
    ),
    Code(
        "PB213",
        "error",
        "not an address",
        "An address begins with https://, http://, mailto: or tel:. Others are left out, because they open nothing for a "
        "reader, or could run something on the reader's machine.",
    ),
    Code(
        "PB214",
        "warning",
        "path in the place of an address",
        "The text is a path and no whole address, so a reader's click leads nowhere. Write the whole address, or set links_base in "
        "enablement.yaml: paths are then taken from there.",
    ),
    Code(
        "PB215",
        "error",
        "not a colour",
        "A colour is a number sign and three or six figures or letters from a to f, such as #0B5C7A. Put quotes around it: "
        "without them YAML takes everything from the number sign on for a remark.",
    ),
    Code(
        "PB216",
        "error",
        "file not found",
        "Files, portraits and logos lie in content_library/files/ and are named from there on, with forward slashes and with capital "
        "letters as in the name of the file. Nothing outside of that folder is ever published.",
    ),
    Code(
        "PB217",
        "error",
        "file that cannot be published",
        "Only pictures, documents, recordings and archives of the listed types are published, up to 20 MB each; portraits and logos "
        "are pictures. Put larger files where your team shares files, and link to them.",
    ),
    Code(
        "PB218",
        "error",
        "id given twice",
        "Uses of an asset, steps of a play and planned playbooks are addressed by their id, in links, in file names and in what is "
        "measured. Two with one id cannot be told apart. A use or step may also go without: then its number stands for it.",
    ),
    Code(
        "PB219",
        "error",
        "rule for a problem that there is not",
        "Under rules, enablement.yaml sets problems to error, warning or off by their code. A code that does not exist changes "
        "nothing, so what it was meant for goes on being reported.",
    ),
    Code(
        "PB220",
        "error",
        "same_as names no step",
        "A step may send the same message as another step of its play, named by its id or its number. This one names a step that is "
        "not there, or itself, so there is nothing to send.",
    ),
    Code(
        "PB221",
        "warning",
        "clock for a hand-off that no stage has",
        "A clock in the agreement says how fast a hand-off is taken over, and names a stage that is not in the library. The clock is "
        "shown, but nothing can be measured against it. Name the stage by its id, the name of its file without .yaml.",
    ),
    Code(
        "PB222",
        "warning",
        "clock for nothing",
        "A clock in the agreement is a promise of how fast somebody answers a signal or takes over at a stage. Without a signal or a "
        "hand-off nobody knows when it starts to run.",
    ),
    Code(
        "PB223",
        "error",
        "review that cannot be read",
        "content_library/reviews.yaml holds what each review has seen: for each entry the versions of its words, its claims and its "
        "people. The program writes it. What stands there in another form counts as no review.",
    ),
    Code(
        "PB224",
        "error",
        "entry in the folder of another kind",
        "The folder says what an entry is. This one has several fields that its kind has not, and that another kind has: most likely the "
        "file was put into the wrong folder. Moved to the right one, it needs no other change.",
    ),
    Code(
        "PB301",
        "warning",
        "no when or no how",
        "A rep who finds an asset needs to know when to use it and how. Each use should say both. Where the status is approved, "
        "this is an error, because somebody has signed it off as complete; drafts and what is retired are left alone. Below uses: each use "
        "begins with a dash, as in - when: They say they can wait, and the next line in the same column is how: Fill the sheet together.",
    ),
    Code(
        "PB302",
        "warning",
        "play without when or steps",
        "A play is a situation and what to do about it. Without when nobody knows that the situation is there, without steps nobody "
        "knows what to do. Where the status is approved, this is an error; drafts and what is retired are left alone.",
    ),
    Code(
        "PB303",
        "note",
        "no not_when",
        "The best reps are told when to leave a piece of content in the drawer. One sentence under not_when saves a deal now and then; "
        "this is only a note, because not every use has such a case.",
    ),
    Code(
        "PB304",
        "warning",
        "gap",
        "The value says TODO, TBD, N/A, an ellipsis or the like, and nothing else. It is shown as a gap and counted, never as content. "
        "Write it, or take the field out if it is not needed.",
    ),
    Code(
        "PB305",
        "note",
        "mark left in a sentence",
        "A sentence holds TODO, TBD or the like. It is published as it stands, because the rest of the sentence is content. "
        "Remarks for authors go under notes, which are never published.",
    ),
    Code(
        "PB306",
        "warning",
        "objection without an answer",
        "What a buyer says is written down and the answer is not, so a rep meets the gap in the middle of a call. The gap is shown "
        "and counted in the playbook until somebody writes the answer under you_say.",
    ),
    Code(
        "PB307",
        "warning",
        "link that leads nowhere",
        "A link in a text leads to a page, a file, an entry or a place on a page that is not in the library. Readers see its words "
        "without a link. Where texts come from a wiki or a handbook, links_base in enablement.yaml says where their pages are.",
    ),
    Code(
        "PB308",
        "warning",
        "review overdue",
        "Somebody said how often this is to be looked at, and that time has passed since it was last reviewed. It is still shown, but "
        "not as verified. The passing of time alone never makes this an error.",
    ),
    Code(
        "PB309",
        "warning",
        "expired",
        "The last day on which this asset or claim holds has passed, and reps are still offered it. Renew it or retire it. "
        "The passing of time alone never makes this an error.",
    ),
    Code(
        "PB310",
        "warning",
        "leads to something that is no longer offered",
        "An entry that reps meet names another one that is retired or has been replaced. Retired entries are offered nowhere, "
        "so the place stays empty for the rep. Name the replacement, or take the reference out.",
    ),
    Code(
        "PB311",
        "warning",
        "replaced, yet still offered",
        "The asset says what takes its place, but it is not retired, so reps are offered the old one beside the new one. Write "
        "status: retired: its page then leads to the replacement.",
    ),
    Code(
        "PB312",
        "warning",
        "internal asset in a message",
        "A message with {link} sends an asset that is not meant for buyers, or that has no address a buyer can open. An internal "
        "address is never sent: the message goes out with the asset's last line in its place, or without it.",
    ),
    Code(
        "PB313",
        "warning",
        "external asset that answers no question",
        "Buyers do not look for assets, they look for answers. An asset that they may see should say which of their questions it "
        "answers: that sentence is its heading in the buyer edition and in the finder.",
    ),
    Code(
        "PB314",
        "warning",
        "no owner",
        "Others of its kind have an owner, so somebody is asked when they grow old; this one belongs to nobody. Kinds for which "
        "your team names no owners at all are left alone.",
    ),
    Code(
        "PB315",
        "warning",
        "stage nobody leaves",
        "The stage goes to no other stage, and its outcome is open: whoever gets there stays there for good. Name the next stages, "
        "or say that the journey ends here, won or lost.",
    ),
    Code(
        "PB316",
        "warning",
        "stage nobody enters",
        "The stage is not the first of its journey, and no other stage leads to it. So no buyer ever gets there, and what is written "
        "for it is never used.",
    ),
    Code(
        "PB317",
        "error",
        "two stages with one order",
        "Stages stand in the order of their numbers, on the journey, in the playbook and on the coverage map. Two stages of one "
        "journey with one number have no order. Stages of different journeys may share a number, and 0 is a number.",
    ),
    Code(
        "PB318",
        "warning",
        "hand-off with no way back",
        "Here one team hands over to another. Now and then the other side says no, and then the buyer has to go somewhere: name that "
        "stage under recycle_to, or add a row to recycle in the agreement.",
    ),
    Code(
        "PB319",
        "error",
        "assets that replace one another in a ring",
        "Each of these assets says that the next one takes its place, and the last one leads back to the first. So none of them is "
        "the one to use, and a reader who follows them never arrives. Take replaced_by out of the one that holds.",
    ),
    Code(
        "PB320",
        "note",
        "days out of order",
        "A step is on an earlier day than the step above it, counted from the same start. Steps are shown in the order in which they "
        "are written, so a rep may do them in the wrong one. Steps with different anchors under from are not compared.",
    ),
    Code(
        "PB321",
        "warning",
        "too long for a glance",
        "Between two calls a rep takes in a promise of 14 words, something to say of 75 words, a message of 120 words. What is longer "
        "is shown whole, but is not read, and the first page of a play no longer fits one printed side.",
    ),
    Code(
        "PB322",
        "note",
        "many steps",
        "Up to seven steps fit the first page of a play. More of them are shown, but the page no longer fits one printed side. Often "
        "a long play is two plays, the second of which follows when the first has worked.",
    ),
    Code(
        "PB323",
        "warning",
        "internal words where buyers may look",
        "An entry is marked external and one of its texts says that it is internal or confidential, or another of the words that "
        "internal_words in enablement.yaml lists. One of the two is wrong, so no buyer edition is made while it stands.",
    ),
    Code(
        "PB324",
        "warning",
        "blank form",
        "The entry is called Test, Untitled, New asset or the like: as a form is called before anybody has filled it in. Give it its "
        "real name, delete it, or make it a draft.",
    ),
    Code(
        "PB325",
        "warning",
        "HTML tags that are removed",
        "Texts are Markdown, and of HTML only the tags of plain text are kept. Others, which could break a page or run something on a "
        "reader's machine, are removed; the words between them stay, but for those of scripts and styles, which are no words. Tags as "
        "an example for readers go between backticks.",
    ),
    Code(
        "PB326",
        "note",
        "most have an id, some none",
        "A use or step without an id is addressed by its number, which changes when another is put before it: links to it and what was "
        "counted for it then belong to its neighbour. Where most have an id, give one to the others, too.",
    ),
    Code(
        "PB327",
        "warning",
        "changed since its review",
        "An entry is verified while its own words, the claims it quotes and the people it is for are as its review saw them. One of them "
        "was changed since, so the entry no longer counts as verified. Read it through again; the new review sees what is there now.",
    ),
    Code(
        "PB328",
        "error",
        "excuse that does not hold",
        "Under silence an entry is excused from an editorial rule: the code of the rule (PB3 and two figures), a colon, and the reason in "
        "a sentence, so that the next person knows why. Without a reason the excuse does not count. Mistakes in the file itself cannot be "
        "excused; they can only be put right. To switch a rule off everywhere, write it under rules in enablement.yaml.",
    ),
    Code(
        "PB329",
        "note",
        "excuse that is not needed",
        "An entry is excused from a rule that finds nothing wrong with it, mostly because the mistake was put right since. An excuse that "
        "stays would hide the next one, so take it out.",
    ),
    Code(
        "PB330",
        "warning",
        "persona for whom there is nothing on the way",
        "From the first to the last stage at which a persona has content or a play, every stage should have an asset for them: "
        "one of whose uses names them, one that a play hands out there, or one that is for anybody. Where a stage has none, a "
        "rep runs dry in the middle of a deal. `playbook coverage` shows the whole way.",
    ),
    Code(
        "PB331",
        "warning",
        "use that nobody can reach",
        "A use or a play is offered to those whom it names. If all of them are drafts or retired, or none of them is met in the "
        "industries that it is for, no rep ever gets to see it. Name a persona and a stage that reps are offered. What has the "
        "same cause is one problem, which names the others.",
    ),
    Code(
        "PB332",
        "warning",
        "loop that offers the same again",
        "Following what comes after silence or a no, or the follow-ups of assets, a rep comes back to the start and sends the "
        "same asset to the same buyer a second time. Let one of them end in a stage, in one thing to do, or in something new.",
    ),
    Code(
        "PB333",
        "warning",
        "two plays for one trigger",
        "One signal starts two plays for the same buyers at the same stages, so two reps do two different things. Say in one of "
        "them for whom it is, or name the play that is meant under play in the signal.",
    ),
    Code(
        "PB334",
        "warning",
        "one word, two meanings",
        "A word stands under two terms of the glossary, or it is right in one and a word not to use in another. Each text that "
        "has it can be read in two ways. Keep it in one of them, or make the two one term.",
    ),
    Code(
        "PB335",
        "note",
        "word not to use",
        "A term lists words not to use for it, and a text that readers see has one of them. Buyers' own words are left alone. "
        "Write the team's word, or take the other one off the list if everybody says it anyway.",
    ),
    Code(
        "PB336",
        "warning",
        "not what was agreed",
        "The agreement is the only place for response times and for the points from which a lead is qualified. A field or a "
        "text beside it says another figure, so people keep to different rules. Texts are read for orders such as “Call within "
        "5 minutes”, in English.",
    ),
    Code(
        "PB337",
        "note",
        "tag written in two ways",
        "Two tags or topics differ only by capitals, spaces or hyphens, so each of them finds only a part of what belongs "
        "together. Write the one that is used more often everywhere.",
    ),
    Code(
        "PB338",
        "warning",
        "two assets, one address",
        "Two live assets lead to the same address or file. Mostly one piece was entered twice, and its uses are torn apart; "
        "sometimes an address was copied and not changed, and buyers get the wrong piece.",
    ),
    Code(
        "PB339",
        "warning",
        "picture without words",
        "A picture in a text has no words for readers who cannot see it, whose machine reads the page aloud, or whose mail "
        "program leaves pictures out. Say between the square brackets what it shows.",
    ),
    Code(
        "PB340",
        "note",
        "accent too light for text",
        "Links and headings in the accent colour must be readable on a light ground. Where it is too light, the theme shows "
        "them in a darker shade of it and keeps the colour for areas, so nothing is broken; this is only so that nobody "
        "wonders.",
    ),
    Code(
        "PB341",
        "warning",
        "campaign that is over",
        "The last day of a campaign has passed and it is not retired, so its guide still stands among those that reps run. The "
        "passing of time alone never makes this an error.",
    ),
    Code(
        "PB342",
        "note",
        "next without an answer",
        "A play says what comes next for some of yes, silence and no, and not for all three. Reps meet all of them, and the one "
        "without an answer is where deals are left lying.",
    ),
    Code(
        "PB343",
        "warning",
        "request that was shipped and never used",
        "Reps asked for something, it was made, and the library does not offer it: the asset is a draft or retired, or it has "
        "no use and no play hands it out. So whoever asked does not find it.",
    ),
    Code(
        "PB344",
        "note",
        "abbreviation that nobody explains",
        "A word in capitals stands in three entries or more, and the glossary does not have it. New reps and partners stumble "
        "over it. Everyday ones such as CRM and HR are left alone, and so are teams without a glossary.",
    ),
    Code(
        "PB345",
        "note",
        "message broken in mid-sentence",
        "A message is copied and sent as it stands, with its line breaks. Lines that were broken by hand to fit the editor arrive so: "
        "ragged on a phone, and clearly pasted. Write each paragraph on one line, however long, and let the editor wrap it.",
    ),
    Code(
        "PB346",
        "warning",
        "open address that only your own network opens",
        "The address is under public or gated, so reps send it and buyers see it, but its host is on your own network: an intranet, a "
        "name without a dot, a private number. Nobody outside can open it. Move it to internal, or write the address that buyers use.",
    ),
    Code(
        "PB347",
        "warning",
        "names of stages that are not read",
        "The names under stages in the project file are there to begin with. As soon as one stage has a file, the stages are what the "
        "files in content_library/stages say, and the names are not read any more.",
    ),
    Code(
        "PB348",
        "warning",
        "buyer persona of whom only the name is known",
        "Reps open the page of a buyer persona to learn what that buyer wants, fears and asks. Of this one nothing is said but the name, "
        "so the page is empty.",
    ),
    Code(
        "PB349",
        "note",
        "draft that something approved names",
        "An approved play or asset names content or a play that is still a draft. Reps do not see drafts, so the step or the list is shown "
        "without it until somebody approves it.",
    ),
    Code(
        "PB350",
        "warning",
        "id with capitals or spaces",
        "The id of an entry is the name of its file, and others name it by that. Capitals and spaces are easily written otherwise, and "
        "look odd in an address. `playbook rename` changes the name of the file and every place that names it.",
    ),
    Code(
        "PB351",
        "warning",
        "merge field that is misspelt",
        "In a message only {link} becomes the address of the asset; {Link} or {lnk} is sent to the buyer as it stands. A merge field that "
        "stands once and is one slip away from one that stands often, such as {frist_name}, stays empty in the mailing program.",
    ),
    Code(
        "PB352",
        "warning",
        "name in the quotes of a document",
        "Word processors write “ and ” for straight quotes. To YAML they are letters like any others, so a title that stands in them as "
        "a whole is shown with them, also where one of the two is straight. Where quotes are needed, because of a colon, "
        "straight ones serve.",
    ),
    Code(
        "PB401",
        "warning",
        "a sign is missing in print",
        "No font at hand has this sign, so the PDF shows an empty box in its place. Write it another way, "
        "or install a font that has it: Debian's fonts-noto packages cover nearly everything.",
    ),
    Code(
        "PB402",
        "warning",
        "a picture or font could not be shown in a PDF",
        "A PDF shows only what lies in the theme, in the team's templates or in content_library/files/. "
        "Nothing is fetched from the network or from elsewhere on the disk, and a picture that cannot be read is left out.",
    ),
    Code(
        "PB403",
        "warning",
        "something in a PDF could not be drawn as asked",
        "The PDF was made, but its style sheet or template asks for something that paper does not know. "
        "The message says what; the shipped theme never causes it, so look at the team's own templates first.",
    ),
    Code(
        "PB404",
        "warning",
        "more than a side holds",
        "The first page of a play or a battlecard, and each side of a pocket card, are to be taken in at a glance, so each must fit one "
        "printed side. It was measured as it was laid out, on your paper with your fonts. The longest block is named, with the fields "
        "that fill it and about how many words to take away; nothing is cut in the meantime, it goes on overleaf.",
    ),
    Code(
        "PB409",
        "warning",
        "no PDFs were made",
        "The PDF engine does not start on this machine, so the site was built without PDFs and no page offers one. "
        "The message says what to install. With --pdf this is an error, so that CI never publishes a site without its PDFs; "
        "with --no-pdf nothing is said.",
    ),
    Code(
        "PB501",
        "error",
        "page could not be made",
        "Making this page or PDF failed, so nothing was published and the site you had is still there. "
        "With --keep-going a notice takes the place of the page instead.",
    ),
    Code(
        "PB502",
        "error",
        "page took too long",
        "Each page and each PDF has a time limit, so that one of them cannot stop a whole build. This one went past it: most often it is "
        "very long, or its template nests boxes deeply. Split the play, or make the template simpler.",
    ),
    Code(
        "PB503",
        "error",
        "page needed too much memory",
        "The process that was making this page or PDF needed more memory than one page may have, or the system ended it to save "
        "the others. Huge pictures and very large tables are the usual cause. If the page is small, close other programs and build again.",
    ),
    Code(
        "PB601",
        "error",
        "file that is no spreadsheet",
        "An import reads workbooks of Excel (.xlsx) and text with separators (.csv). This file is neither, is damaged or protected with a "
        "password, is in the format of Excel before 2007, or unfolds to more than any table of entries holds. Nothing of it was read.",
    ),
    Code(
        "PB602",
        "error",
        "sheet that was not read",
        "The sheet reaches further down or to the right than a table of entries does, most often because a cell far away was once "
        "formatted. Select the empty rows and columns behind your table, delete them, and save.",
    ),
    Code(
        "PB603",
        "warning",
        "cell without a value",
        "The cell shows an error such as #REF!, or holds a formula whose result was never saved, because a program wrote the file and no "
        "spreadsheet program has opened it since. It counts as empty; the rest of its row is read.",
    ),
    Code(
        "PB604",
        "warning",
        "column that was not read",
        "The column has no field in the library to go to, so what stands in it is left where it is. In a workbook that an export made it "
        "has a name that no column has; in a table of your own, say with --map where it belongs, or that it is left out.",
    ),
    Code(
        "PB605",
        "warning",
        "cell that its field cannot hold",
        "What stands in the cell has another form than the field it belongs to: a text in the place of names and values, more parts than a "
        "line has room for, a day that may be two days. The field stays as it is; the rest of the row is read.",
    ),
    Code(
        "PB606",
        "error",
        "row that belongs to nothing",
        "A row names an entry, or the number of a row on another sheet, that is not there, or an id that a row above it has already. "
        "It was not read. Put its first columns right and import the file again: what was read before is not written twice.",
    ),
    Code(
        "PB607",
        "error",
        "row that cannot be written",
        "Its id makes no name of a file, it has neither an id nor a title to make one of, or the file of its entry is written in a way that"
        " cannot be changed in one place alone. The other rows are not held up by it.",
    ),
    Code(
        "PB608",
        "warning",
        "name that matches nothing",
        "A cell of your own table names a persona, a stage, a type or the like that the library has not under this name. The word is kept"
        " in the notes of the entry. Add the persona, the label or the word to the library, or change the cell, and import with --update.",
    ),
    Code(
        "PB609",
        "note",
        "row that says the same again",
        "Two rows of your own table have one title or one address, so they are one piece of content, and only the first of them was read. "
        "If the second is another way to use the piece, it becomes a second use of the entry that the first row made.",
    ),
    Code(
        "PB610",
        "note",
        "cell that says otherwise than the library",
        "With --update a newer row retires an entry, hides it from more people, and brings in what it lacks, owners and later dates. "
        "What else differs, such as a title, a summary or a use, stays as it is in the library, where somebody may have put it right.",
    ),
    Code(
        "PB611",
        "warning",
        "cell that was changed in the library, too",
        "A workbook remembers what it held when it was exported. What nobody changed in it takes what the library says by now; what was "
        "changed here and there is not written, so that nobody's work is undone. A list of groups, such as uses, counts as one.",
    ),
    Code(
        "PB612",
        "error",
        "id that was changed in a workbook",
        "An id is the name of a file, and other entries name it. Changed in a cell it would make a second entry beside the first."
        " Rename it with `playbook rename`, which changes all that name it, and export the workbook again.",
    ),
)

CODES = {code.code: code for code in _ALL}
