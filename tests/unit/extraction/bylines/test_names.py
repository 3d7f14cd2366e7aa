"""What looks like a person's full name."""

from __future__ import annotations

import pytest

from newscrawl.extraction.bylines.names import is_full_name

FULL = {
    "the Giants": False,
    "Jane Doe": True,
    "Ursula von der Heide": True,
    "山田花子": True,
    "J.R.Doe": True,
    "Б.Гантуяа": True,
    "jane.doe": False,
    "Doepost.de": False,
    "Jane": False,
    "Staff Writer": False,
    "Beitrag von": False,
    "all posts": False,
    "Redação Serra": False,
    "USB端子": False,
    "Web Desk": False,
    "Συντακτική Ομάδα": False,
    "Echipa Redacției": False,
    "Redakcija Luka": False,
    "Ban Biên Tập": False,
    "Haber Merkezi": False,
    "هيئة التحرير": False,
    "گروه سیاسی": False,
    "מערכת הנמל": False,
    "ویب ڈیسک": False,
    "न्यूज डेस्क": False,
    "অনলাইন ডেস্ক": False,
    "செய்திப்பிரிவு": False,
    "న్యూస్ డెస్క్": False,
    "กองบรรณาธิการ": False,
    "管理人": False,
    "온라인뉴스팀": False,
    "Ann Deskin": True,
    "نادية الخطيب": True,
}


@pytest.mark.parametrize(("name", "full"), FULL.items())
def test_full_names_of_persons_are_known(name: str, full: bool) -> None:
    assert is_full_name(name) is full
