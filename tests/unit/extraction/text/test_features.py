"""What is known of a block: its sentences end in every script."""

from __future__ import annotations

import pytest

from newscrawl.extraction.page.blocks import find_blocks
from newscrawl.extraction.page.evidence import read_evidence
from newscrawl.extraction.page.structured import read_structured
from newscrawl.extraction.page.tree import parse_page
from newscrawl.extraction.text.containers import Candidates, measure_from
from newscrawl.extraction.text.features import LOOK_NAMES, FeatureTable


def look(text: str) -> dict[str, float]:
    page = parse_page(f"<body><main><p>{text}</p></main></body>")
    blocks, boxes = find_blocks(page.root)
    evidence = read_evidence(read_structured(page), "")
    Candidates(blocks, boxes, evidence, {})
    measure_from(boxes[0], boxes)
    table = FeatureTable(blocks, boxes[0], evidence)
    return dict(zip(LOOK_NAMES, table.look(0, table.glance(0)), strict=True))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The bridge is shut. The water will fall.", id="en"),
        pytest.param("桥已关闭。水位将下降。", id="zh"),
        pytest.param("पुल बंद है। पानी कम होगा।", id="hi"),
        pytest.param("پل بند ہے۔ پانی کم ہوگا۔", id="ur"),
        pytest.param("هل أغلق الجسر؟ متى ينخفض الماء؟", id="ar"),
        pytest.param("តំពាន់បិទ។ទឹកនឹងស្រក។", id="km"),
        pytest.param("တံတားပိတ်ထားသည်။ရေကျမည်။", id="my"),
        pytest.param("ድልድዩ ተዘግቷል። ውሃው ይቀንሳል።", id="am"),
    ],
)
def test_sentences_are_told_by_their_ends(text: str) -> None:
    known = look(text)
    assert known["sentences"] >= 1
    assert known["terminal"]
