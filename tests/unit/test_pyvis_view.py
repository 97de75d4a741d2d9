"""The pyvis renderer as text: same bytes, policy, nothing remote, a clear word where pyvis is missing."""

from __future__ import annotations

import base64
import hashlib
import re
import sys

import pytest

from exograph.errors import UsageError
from exograph.views.pyvis_view import INSTALL, page, to_pyvis
from tests.conftest import missing
from tests.unit.answers import WORKED, make_answer, make_path
from tests.unit.html_answers import sized
from tests.unit.test_html_page import ATTACK, Reader, everything


def test_missing_pyvis_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyvis.network", None)
    for ask in (page, to_pyvis):
        with pytest.raises(UsageError, match="pyvis") as caught:
            ask(make_answer(WORKED["154"]))
        assert caught.value.hint == INSTALL


class TestWithPyvis:
    @pytest.fixture(autouse=True)
    def _here(self) -> None:
        try:
            import pyvis  # noqa: F401
        except ModuleNotFoundError:
            missing("pyvis", INSTALL)

    def test_same_answer_same_bytes(self) -> None:
        assert page(sized(60)) == page(sized(60))

    def test_policy_names_every_script_and_style(self) -> None:
        text = page(sized(6))
        policy = Reader(text).policy()
        for kind in ("script", "style"):
            found = re.findall(rf"<{kind}>(.*?)</{kind}>", text, re.DOTALL)
            assert found
            for body in found:
                digest = hashlib.sha256(body.replace("\r\n", "\n").replace("\r", "\n").encode()).digest()
                assert base64.b64encode(digest).decode() in policy
        assert "unsafe" not in policy

    def test_nothing_remote_is_left(self) -> None:
        read = Reader(page(everything(ATTACK)))
        assert not [tag for tag, _ in read.tags if tag in {"link", "img", "iframe", "object", "base", "form"}]
        assert not [a for _, a in read.tags if {"src", "style", "href"} & set(a)]

    def test_one_edge_a_claim_and_hop_and_physics_off(self) -> None:
        paths = [make_path(f"PMID:{i}/1", mechanism="miR-1 -| G1", drugs=["x"], cancers=["y"]) for i in range(3)]
        network = to_pyvis(make_answer(*paths))
        assert len(network.edges) == sum(len(path.edges) for path in paths)
        assert network.options["physics"] == {"enabled": False}
        assert all({"x", "y"} <= set(node) for node in network.nodes)

    def test_titles_carry_no_markup(self) -> None:
        network = to_pyvis(everything(ATTACK))
        for item in (*network.nodes, *network.edges):
            assert not set("<>&") & set(item["title"] + item.get("label", ""))
