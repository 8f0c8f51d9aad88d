"""The files in a zip: their names are labels, and nothing harmful is unpacked."""

import io
import struct
import time
import zipfile
from collections.abc import Callable

import pytest

from meetings.zipped import CannotOpen, Packed, UnusableZip, files_in, plain_name

EACH, TOGETHER = 2_000_000, 10_000_000
Content = dict[str, bytes]


def a_zip(content: Content, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, written in content.items():
            archive.writestr(name, written)
    return file.getvalue()


def opened(content: bytes, *, each: int = EACH, together: int = TOGETHER) -> list[Packed]:
    return files_in(io.BytesIO(content), each=each, together=together)


def names(content: bytes) -> list[str]:
    return [packed.name for packed in opened(content)]


def refused(content: bytes, **limits: int) -> str:
    with pytest.raises(UnusableZip) as refusal:
        opened(content, **limits)
    return str(refusal.value)


def not_opened(content: bytes, **limits: int) -> str:
    (packed,) = opened(content, **limits)
    with pytest.raises(CannotOpen) as refusal:
        packed.content()
    return str(refusal.value)


def test_files_come_by_name_with_what_is_in_them() -> None:
    found = opened(a_zip({"may.txt": b"May", "2019/April.txt": b"April", "2019/": b""}))
    assert [(packed.name, packed.size, packed.content()) for packed in found] == [
        ("2019/April.txt", 5, b"April"),
        ("may.txt", 3, b"May"),
    ]


def test_what_a_computer_adds_is_passed_over() -> None:
    added = ["__MACOSX/._may.txt", ".DS_Store", "2019/Thumbs.db", ".git/config", "desktop.ini", "~$may.docx", "a/.b/c"]
    assert names(a_zip({"may.txt": b"May"} | dict.fromkeys(added, b"x"))) == ["may.txt"]


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("..\\..\\may.txt", "may.txt"),
        ("2019/./ may.txt", "2019/may.txt"),
        ("ma\0y\n\u202etxt", "maytxt"),
        ("x" * 400, "x" * 300),
    ],
)
def test_a_name_is_a_label(name: str, label: str) -> None:
    assert plain_name(name) == label


def test_a_name_that_leads_elsewhere_writes_nothing() -> None:
    (packed,) = opened(a_zip({"../../../tmp/may.txt": b"May"}))
    assert (packed.name, packed.content()) == ("tmp/may.txt", b"May")


@pytest.mark.parametrize("encoding", ["utf-8", "cp437"])
def test_names_of_programs_that_do_not_say_how_they_write(encoding: str) -> None:
    name = "é" + "t" * 7
    content = a_zip({"x" * len(name.encode(encoding)): b"May"})
    assert names(content.replace(b"x" * len(name.encode(encoding)), name.encode(encoding))) == [name]


def test_names_of_programs_that_do() -> None:
    assert names(a_zip({"Cofnodion – Mai.txt": b"May"})) == ["Cofnodion – Mai.txt"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 and nothing more", b"Minutes of the Panel", a_zip({})[:10]])
def test_what_is_no_zip(content: bytes) -> None:
    assert refused(content) == "This zip is damaged, or is no zip: pack the files again."


def test_nothing_in_it() -> None:
    assert refused(a_zip({})) == refused(a_zip({"2019/": b"", ".DS_Store": b"x"})) == "There is no file in this zip."


def test_too_many_files() -> None:
    content = a_zip({f"{n}.txt": b"" for n in range(501)})
    assert refused(content) == "This zip holds 501 files: bring in at most 500 at once."
    assert len(opened(a_zip({f"{n}.txt": b"" for n in range(500)}))) == 500


def test_more_than_may_come_together_is_refused_before_it_is_unpacked() -> None:
    content = a_zip({f"{n}.txt": bytes(range(256)) * 4000 for n in range(11)}, zipfile.ZIP_STORED)
    assert refused(content) == "Unpacked, this zip is larger than 10\xa0MB: bring in fewer files at once."


BOMB = "This zip holds a file that grows beyond measure when it is unpacked: leave that file out."


def test_a_bomb_is_refused_at_once() -> None:
    content = a_zip({"minutes.txt": b"Members met.", "bomb.txt": b"\0" * 50_000_000})
    began = time.process_time()
    assert refused(content, together=10**9) == BOMB
    assert time.process_time() - began < 1


def test_a_file_that_hides_how_large_it_is_is_not_unpacked_further() -> None:
    honest = a_zip({"minutes.txt": b"\0" * 5_000_000})
    lying = honest.replace(struct.pack("<L", 5_000_000), struct.pack("<L", 1000))
    assert lying != honest
    assert not_opened(lying) == "It is damaged in the zip: pack it again."


def test_a_list_of_contents_without_end_is_not_read() -> None:
    content = a_zip({f"{n:06}": b"" for n in range(20_000)}, zipfile.ZIP_STORED)
    began = time.process_time()
    assert refused(content) == "This zip holds too many files: bring in at most 500 at once."
    assert time.process_time() - began < 1


def test_a_zip_in_a_zip_stays_closed() -> None:
    inner = a_zip({"may.txt": b"May"})
    reason = "It is a zip inside a zip: unpack it, and bring it in by itself."
    assert not_opened(a_zip({"inner.ZIP": inner})) == reason


def test_a_file_that_is_too_large_fails_alone() -> None:
    small, large = opened(a_zip({"a.txt": b"ab", "b.txt": b"abc"}), each=2)
    assert small.content() == b"ab"
    with pytest.raises(CannotOpen, match="larger than 2e-06\xa0MB: bring the minutes in one meeting at a time"):
        large.content()


def _damaged(content: bytes) -> bytes:
    return content.replace(b"Members met", b"Members ate")


def _locked(content: bytes) -> bytes:
    """With the mark of a password in both places where it stands."""
    local, central = bytearray(content), content.index(b"PK\x01\x02")
    local[6] |= 1
    local[central + 8] |= 1
    return bytes(local)


def _packed_otherwise(content: bytes) -> bytes:
    changed, central = bytearray(content), content.index(b"PK\x01\x02")
    changed[8] = changed[central + 10] = zipfile.ZIP_LZMA
    return bytes(changed)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (_damaged, "It is damaged in the zip: pack it again."),
        (_locked, "It is locked with a password: unlock it, and bring it in again."),
        (_packed_otherwise, "It is packed in a way that cannot be opened: pack it as an ordinary zip."),
    ],
)
def test_what_cannot_be_opened_says_what_to_do(change: Callable[[bytes], bytes], reason: str) -> None:
    assert not_opened(change(a_zip({"minutes.txt": b"Members met."}, zipfile.ZIP_STORED))) == reason


def test_no_broken_zip_raises_anything_else() -> None:
    content = a_zip({"may.txt": b"Members met in May. " * 20, "june.txt": b"Members met in June. " * 20})
    for place in range(len(content)):
        for value in (0x00, 0xFF, content[place] ^ 0x01):
            broken = content[:place] + bytes([value]) + content[place + 1 :]
            try:
                for packed in opened(broken):
                    packed.content()
            except (UnusableZip, CannotOpen):
                continue


def test_two_files_of_one_name_both_come() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("may.txt", b"May")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("may.txt", b"May again")
    found = files_in(file, each=EACH, together=TOGETHER)
    assert [(packed.name, packed.content()) for packed in found] == [("may.txt", b"May"), ("may.txt", b"May again")]


def test_a_name_in_no_encoding_is_still_a_label() -> None:
    (packed,) = opened(a_zip({"XXXX.txt": b"May"}).replace(b"XXXX", b"\xff\xfe\xe9\x80"))
    assert (packed.name.endswith(".txt"), packed.name.isprintable(), packed.content()) == (True, True, b"May")


def test_twenty_thousand_names_are_not_read() -> None:
    told = "This zip holds too many files: bring in at most 500 at once."
    assert refused(a_zip({f"{n}.txt": b"" for n in range(20_000)})) == told
