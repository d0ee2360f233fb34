import json

import pytest
from hypothesis import given

from drafter.model.document import Document, Paragraph
from drafter.model.draft import Draft
from drafter.model.plain import from_plain, to_plain
from tests.model.trees import documents, drafts


@given(documents)
def test_a_document_comes_back_from_json_as_it_was(document: Document):
    assert from_plain(Document, json.loads(json.dumps(to_plain(document)))) == document


@given(drafts)
def test_a_draft_comes_back_from_json_as_it_was(draft: Draft):
    assert from_plain(Draft, json.loads(json.dumps(to_plain(draft)))) == draft


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {"type": "Draft"},
        {"type": "Paragraph", "spans": "text"},
        {"type": "Paragraph", "spans": [1]},
        {"type": "Paragraph", "words": []},
        {"type": "Paragraph", "id": True},
        {"type": "Paragraph", "spans": [{"type": "Slot"}]},
    ],
)
def test_data_of_another_shape_is_refused(data: object):
    with pytest.raises(ValueError):
        from_plain(Paragraph, data)
