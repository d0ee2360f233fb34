from drafter import workflow


def test_every_name_of_the_list_is_there():
    assert len(workflow._HOMES) > 50
    assert all(getattr(workflow, name) is not None for name in workflow._HOMES)
