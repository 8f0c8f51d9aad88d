"""The web service of a council's ModernGov: what committees and meetings there are, and what is said of each.

It only asks and reads; it knows nothing of the rows that are made of it.
"""

from .answers import ListedMeeting, TheirCommittee
from .service import Answer, Service, ServiceFailed

__all__ = ["Answer", "ListedMeeting", "Service", "ServiceFailed", "TheirCommittee"]
