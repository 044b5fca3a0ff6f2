"""The channels that the pages have tools for, under the names they may be written with. Any other channel is shown as it is written."""

from __future__ import annotations

from collections.abc import Mapping

EMAIL, LINKEDIN, TEXT, VOICEMAIL = "email", "linkedin", "text", "voicemail"
CHANNELS: Mapping[str, str] = {
    "": EMAIL,
    "email": EMAIL,
    "e-mail": EMAIL,
    "mail": EMAIL,
    "linkedin": LINKEDIN,
    "linkedin message": LINKEDIN,
    "linkedin note": LINKEDIN,
    "text message": TEXT,
    "text": TEXT,
    "sms": TEXT,
    "voicemail": VOICEMAIL,
    "voice mail": VOICEMAIL,
}
"""Each known name in small letters, and the channel it stands for; a message that names none is an email."""
