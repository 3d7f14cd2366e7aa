"""Packed bodies with and without an end."""

import gzip
import random
import zlib

import brotli
import pytest
from backports import zstd

from newscrawl.middlewares.whole import is_whole

# Hardly packed at all, so that a part of it is cut and not only its end.
NOISE = random.Random(1).randbytes(200_000).hex().encode()
PAGE = b"<html>" + NOISE + b"</html>\n"


def deflate_raw(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


PACKERS = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstd.compress,
}


def judge(body: bytes, codings: str, limit: int = 10**7) -> bool:
    return is_whole(body, codings, limit=limit)


@pytest.mark.parametrize("coding", PACKERS)
def test_a_body_is_whole_or_cut_anywhere(coding):
    packed = PACKERS[coding](NOISE)
    assert judge(packed, coding)
    assert judge(PACKERS[coding](b""), coding)
    for size in (20, 5000, len(packed) // 2, len(packed) - 12):
        assert not judge(packed[:size], coding), size


@pytest.mark.parametrize(
    ("body", "codings", "is_so"),
    [
        pytest.param(deflate_raw(NOISE), "deflate", True, id="raw deflate"),
        pytest.param(deflate_raw(NOISE)[:-99], "deflate", False, id="raw deflate, cut"),
        pytest.param(gzip.compress(b"a") + gzip.compress(NOISE), "gzip", True, id="members"),
        pytest.param(
            gzip.compress(b"a") + gzip.compress(NOISE)[:-99], "gzip", False, id="a member is cut"
        ),
        pytest.param(zstd.compress(b"a") + zstd.compress(NOISE)[:-99], "zstd", False, id="frame"),
        pytest.param(gzip.compress(NOISE) + b"\0\0", "gzip", True, id="padded"),
        pytest.param(gzip.compress(PAGE)[:-8], "gzip", True, id="no checksum, yet closed"),
        pytest.param(zlib.compress(PAGE)[:-4], "deflate", True, id="deflate, no checksum"),
        pytest.param(gzip.compress(NOISE)[:-9], "br, GZIP", False, id="the last coding counts"),
        pytest.param(b"<html>no gzip", "gzip", True, id="no gzip at all"),
        pytest.param(b"<html>no br", "br", True, id="no brotli at all"),
        pytest.param(b"<html>no zstd", "zstd", True, id="no zstd at all"),
        pytest.param(b"<html>", "", True, id="not packed"),
        pytest.param(b"", "gzip", True, id="nothing, as of a 304"),
    ],
)
def test_what_has_an_end_is_whole_and_what_is_broken_is_for_others(body, codings, is_so):
    assert judge(body, codings) == is_so


def test_a_bomb_is_not_unpacked():
    assert judge(gzip.compress(bytes(10**7))[:-99], "gzip", limit=10**6)
