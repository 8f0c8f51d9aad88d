"""Answers as ModernGov gives them, of a council that does not exist: its element names, its order, and its ugliness.

Empty elements hold a line break, counts a space; texts are Word's HTML, escaped once more than they need be.
"""

from dataclasses import dataclass, field
from html import escape

MOVED = """<div class="WordSection1">
<p class="MsoNormal"><span style="">The Ecologist said that Elmford
pond was full, and that the children&#39;s pond
was not.<o:p></o:p></span></p>
<p class="MsoNormal">RESOLVED: That</p>
<p class="MsoListParagraph">(a)<span style="font:7.0pt">&nbsp;&nbsp;&nbsp; </span>the report be
noted; and</p>
<p class="MsoListParagraph">(b)<span style="font:7.0pt">&nbsp;&nbsp; </span>the pond be cleared in May.</p>
</div>
"""
AGENDA = """<div class="WordSection1">
<p class="MsoNormal"><span style="">To receive the report of the Ecologist
on ponds.</span></p>
</div>
"""


@dataclass(frozen=True)
class Paper:
    title: str = "Ponds report"
    key: str = "70001"
    is_restricted: bool = False


@dataclass(frozen=True)
class TheirItem:
    key: str = "20001"
    number: str = "1."
    title: str = "Village Ponds"
    agenda: str = AGENDA
    decision: str = ""
    minutes: str = MOVED
    actions: str = ""
    presented_by: str = ""
    committee: str = "Ponds Committee"
    is_restricted: bool = False
    is_displayed: bool = True
    papers: tuple[Paper, ...] = (Paper(),)

    def xml(self, place: int) -> str:
        decision = _element("decisionnonemptyhtmlbody", self.decision) if self.decision else ""
        papers = "".join(self._paper(paper, number) for number, paper in enumerate(self.papers, 1))
        return f"""    <agendaitem>
      {_element("agendaitemid", self.key)}
      {_element("agendaitemtitle", self.title)}
      {_element("agendatext", self.agenda)}
      {_element("actualmeetingdate", "")}
      {_element("agendaitemnumber", str(place + 3))}
      {_element("agendaitemsubnumber", "")}
      {_element("fulldisplaynumberformat", self.number)}
      {_element("authorusername", "")}
      {_element("commentlabel1", "Presented By")}
      {_element("commenttext1", self.presented_by)}
      {_element("commentlabel2", "Actions")}
      {_element("commenttext2", self.actions)}
      {_element("minutesnonemptyhtmlbody", self.minutes)}
      {decision}
      {_element("declarationcount", "0")}
      {_element("isrestricted", str(self.is_restricted))}
      {_element("isdisplayallowed", str(self.is_displayed))}
      {_element("refertocommittee", self.committee)}
      <linkeddocuments>{papers}
      </linkeddocuments>
    </agendaitem>
"""

    def _paper(self, paper: Paper, number: int) -> str:
        return f"""
        <linkeddoc>
          {_element("attachmentid", paper.key)}
          {_element("title", paper.title)}
          {_element("isurl", "False")}
          {_element("url", f"https://democracy.elmford.example/mgConvert2PDF.aspx?ID={paper.key}")}
          {_element("isrestricted", str(paper.is_restricted))}
          {_element("itemnum", str(number))}
          {_element("committeetitle", self.committee)}
        </linkeddoc>"""


@dataclass(frozen=True)
class TheirMeeting:
    key: str = "5001"
    date: str = "10/02/2026"
    status: str = "Confirmed"
    is_displayed: bool = True
    time: str = "10.00 am"
    place: str = "Moot Hall, Elmford"
    has_agenda: bool = True
    has_minutes: bool = True
    items: tuple[TheirItem, ...] = (TheirItem(),)
    attendees: tuple[tuple[str, str, str], ...] = field(
        default=(
            ("Councillor Wren Alder", "Chair", "Present"),
            ("Councillor Kit O&#39;Dell", "Committee Member", "Present, as expected"),
            ("Councillor Jo Marsh", "Committee Member", "Apologies"),
            ("Councillor Sam Reed", "Committee Member", "Expected"),
            ("Dana Brook", "Ecologist", "In attendance"),
        )
    )

    def xml(self) -> str:
        items = "".join(item.xml(place) for place, item in enumerate(self.items, 1))
        attendees = "".join(_attendee(*attendee) for attendee in self.attendees)
        return f"""<?xml version="1.0" encoding="utf-8"?>
<meeting>
  {_element("meetingid", self.key)}
  {_element("meetingdate", self.date)}
  {_element("meetingstatus", self.status)}
  {_element("isdisplayallowed", str(self.is_displayed))}
  {_element("meetingtime", self.time)}
  {_element("meetingactualstarttime", "")}
  {_element("meetinglocation", self.place)}
  {_element("iswebcast", "False")}
  {_element("agendaid", self.key)}
  {_element("agendapublished", str(self.has_agenda))}
  {_element("decisionpublished", "False")}
  {_element("minutepublished", str(self.has_minutes))}
  {_element("meetingroom", "")}
  <agendaitems>
{items}  </agendaitems>
  <attendees>
{attendees}  </attendees>
</meeting>
"""

    def bytes(self) -> bytes:
        return self.xml().encode()


def _attendee(name: str, role: str, attendance: str) -> str:
    said = f'name="{escape(name)}" roledescription="{escape(role)}" attendance="{escape(attendance)}"'
    return f"""    <attendee membertype="U" memberid="9" {said} politicalparty="IND" ward="Elmford">
      <url>https://democracy.elmford.example/mgUserInfo.aspx?UID=9</url>
    </attendee>
"""


def _element(name: str, text: str) -> str:
    """Encoded once for the XML, and where the text holds an entity, that once more."""
    return f"<{name}>{escape(text, quote=False) or chr(10) + '      '}</{name}>"


def their_committees(*committees: tuple[str, str]) -> str:
    """Each by its id and its title."""
    rows = "".join(
        f"""  <committee>
    <committeeid>{key}</committeeid>
    <committeetitle>{escape(title)}</committeetitle>
    <committeedeleted>False</committeedeleted>
    <committeeexpired>False</committeeexpired>
    <committeecategory>Scrutiny</committeecategory>
  </committee>
"""
        for key, title in committees
    )
    return f"""<?xml version="1.0" encoding="utf-8"?>
<committees>
  <committeescount> {len(committees)}</committeescount>
{rows}</committees>
"""


def their_meetings(key: str, title: str, *meetings: TheirMeeting) -> str:
    """What GetMeetings gives of one committee."""
    rows = "".join(
        f"""      <meeting>
        <meetingid>{meeting.key}</meetingid>
        <meetingdate>{meeting.date}</meetingdate>
        <meetingstatus>{meeting.status}</meetingstatus>
        <meetingtime>{meeting.time}</meetingtime>
        <iswebcast>False</iswebcast>
      </meeting>
"""
        for meeting in meetings
    )
    return f"""<?xml version="1.0" encoding="utf-8"?>
<getmeetings>
  <meetingscount> {len(meetings)}</meetingscount>
  <committeescount> 1</committeescount>
  <committee>
    <committeeid>{key}</committeeid>
    <committeetitle>{escape(title)}</committeetitle>
    <committeemeetingcount> {len(meetings)}</committeemeetingcount>
    <committeemeetings>
{rows}    </committeemeetings>
  </committee>
</getmeetings>
"""
