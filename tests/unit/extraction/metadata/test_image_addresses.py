"""Addresses of pictures: which are sizes of the same one."""

from __future__ import annotations

import time

import pytest

from newscrawl.extraction.metadata.image_addresses import is_default, larger_of, picture_key

SITE = "https://www.bernpost.example"
TWINS = [
    ("/u/snow.jpg", "/u/snow-696x464.jpg"),
    ("/u/IMG_2031.jpg", "/u/IMG_2031-scaled.jpg"),
    ("/u/1.jpg", "/u/1-780x470.jpg"),
    ("/u.jpg", "/u.jpg?w=640"),
    ("/u/snow-1200x675.jpg", "/u/snow-1200x1200.jpg"),
    ("/u/snow.jpg", "/u/snow.webp"),
    ("/u/снег.jpg", "/u/%D1%81%D0%BD%D0%B5%D0%B3.jpg"),
    ("/big/snow.jpg", "/medium/snow.jpg"),
    ("/content/images/2025/05/snow.jpg", "/content/images/size/w1200/2025/05/snow.jpg"),
    ("/files/2025-05/snow.jpg", "/files/styles/teaser_wide/public/2025-05/snow.jpg?itok=x"),
    ("/b/w1200-h630-p-k-no-nu/snow.jpg", "/b/s320/snow.jpg"),
    ("/cache/1f0c_L.jpg", "/cache/1f0c_S.jpg"),
    ("/image/upload/v1/snow.jpg", "/image/upload/c_fill,w_1200,h_630/v1/snow.jpg"),
    ("/u/snow.jpg", "/cdn-cgi/image/width=800,quality=75/u/snow.jpg"),
    ("/u/snow.jpg", "/cdn-cgi/image/width=800/https://www.bernpost.example/u/snow.jpg"),
    ("/u/snow.jpg", "/unsafe/800x600/smart/www.bernpost.example/u/snow.jpg"),
    ("/u/snow.jpg", "/_next/image?url=https%3A%2F%2Fwww.bernpost.example%2Fu%2Fsnow.jpg&w=640"),
    ("/u/snow.jpg", "/www.bernpost.example/u/snow.jpg?resize=640"),
    ("/ab/snow.jpg/1200x800.jpg", "/ab/snow.jpg/300x200.jpg"),
]
OTHERS = [
    ("/u/1.jpg", "/u/2.jpg"),
    ("/2025/05/1.jpg", "/2025/06/1.jpg"),
    ("/u/1215.jpg", "/u/1410.jpg"),
    ("/u/large.jpg", "/u/small.jpg"),
    ("/12345/original.jpg", "/12346/original.jpg"),
    ("/a/1200x800.jpg", "/b/1200x800.jpg"),
    ("/_next/image?url=https%3A%2F%2F%5Bbroken%2Fa.jpg&w=640", "/u/snow.jpg"),
]


@pytest.mark.parametrize(("first", "second"), TWINS)
def test_sizes_of_one_picture_share_a_key(first: str, second: str) -> None:
    assert picture_key(SITE + first) == picture_key(SITE + second)


@pytest.mark.parametrize(("first", "second"), OTHERS)
def test_other_pictures_have_other_keys(first: str, second: str) -> None:
    assert picture_key(SITE + first) != picture_key(SITE + second)


LARGER = [
    ("/u/snow-300x200.jpg", "/u/snow.jpg"),
    ("/u/snow-300x200.jpg", "/u/snow-1024x683.jpg"),
    ("/u/640x360_snow.jpg", "/u/1200x675_snow.jpg"),
    ("/content/images/size/w600/snow.jpg", "/content/images/snow.jpg"),
    ("/b/s320/snow.jpg", "/b/w1200-h630-p-k-no-nu/snow.jpg"),
    ("/image/upload/w_620/v1/snow.jpg", "/image/upload/c_crop,w_3840/w_1200/v1/snow.jpg"),
    ("/u/snow.jpg?w=300", "/u/snow.jpg?w=1200"),
    ("/u/snow.jpg?w=300", "/u/snow.jpg"),
]
UNTOLD = [
    ("/u/snow.jpg", "/u/snow-1024x683.jpg"),
    ("/u/snow-300x200.jpg", "/v/snow.jpg"),
    ("/u/snow-300x200.jpg", "/u/snow.webp"),
    ("/u/snow-300x200.jpg", "/u/snow.jpg?thumb=1"),
    ("/u/snow.jpg?w=300&auth=5f2a", "/u/snow.jpg"),
    ("/medium/snow.jpg", "/big/snow.jpg"),
]


@pytest.mark.parametrize(("small", "large"), LARGER)
def test_larger_size_is_taken(small: str, large: str) -> None:
    assert larger_of(SITE + small, SITE + large) == SITE + large
    assert larger_of(SITE + large, SITE + small) == SITE + large


@pytest.mark.parametrize(("first", "twin"), UNTOLD)
def test_first_size_stays_where_none_is_told_larger(first: str, twin: str) -> None:
    assert larger_of(SITE + first, SITE + twin) == SITE + first


OF_DESIGN = [
    "/wp-content/themes/news/img/og.jpg",
    "/templates/news/images/og_image.jpg",
    "/local/templates/news/assets/img/card.png",
]
NAMED_DEFAULT = [
    *("/img/no-image.png", "/img/noimage.jpg", "/img/no_photo.jpg", "/img/default.jpg"),
    *("/img/og_default.jpg", "/img/logotype.png", "/sitelogo.png", "/img/fb.jpg"),
    *("/img/fbshare.png", "/img/opengraph.jpg", "/og-image2.jpg", "/i/og.jpg"),
]
OWN = [
    "/img/snow-og.jpg",
    "/img/no-photo-finish.jpg",
    "/photo/104711/default.jpg",
    "/iiif/104711/full/max/0/default.jpg",
    "/themes/content/images/blog/2025-05-27/snow.jpg",
    "/themes/weather/snow.jpg",
]


@pytest.mark.parametrize("path", [*OF_DESIGN, *NAMED_DEFAULT])
def test_picture_of_the_site_is_not_the_articles(path: str) -> None:
    assert is_default(SITE + path, has_others=True)
    assert is_default(SITE + path, has_others=False) == (path in OF_DESIGN)


@pytest.mark.parametrize("path", OWN)
def test_picture_of_an_article_is_not_the_sites(path: str) -> None:
    assert not is_default(SITE + path, has_others=True)


def test_long_addresses_cost_next_to_nothing() -> None:
    start = time.process_time()
    for part in ("/styles/", "a.", "w_1,", "s12-", "https:/", "-1x", "/"):
        url = f"{SITE}/{part * 20_000}a.jpg"
        assert picture_key(url)
        assert not is_default(url, has_others=True)
        assert larger_of(url, url + "?w=3") == url
    assert time.process_time() - start < 0.5
