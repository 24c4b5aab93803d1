"""Positions between neighbours, and their order on both databases."""
import random

import sqlalchemy as sa

from lti_tool.db import Position, between, db, transaction

THOUSANDS = 2000


def test_positions_stay_sortable_after_thousands_of_inserts_in_the_same_spot():
    first, last = between(None, None), None
    last = between(first, None)
    before = after = between(first, last)
    inserted = [before]
    for _time in range(THOUSANDS):
        before = between(first, before)  # always right behind the first
        after = between(after, last)  # always right before the last
        inserted += [before, after]
    assert len(set(inserted)) == len(inserted)
    assert all(first < position < last for position in inserted)
    assert all(earlier > later for earlier, later in zip(inserted[1::2], inserted[3::2]))
    assert all(earlier < later for earlier, later in zip(inserted[2::2], inserted[4::2]))


def test_there_is_room_at_both_ends():
    middle = between(None, None)
    assert between(None, middle) < middle < between(middle, None)


def scattered(count=400):
    """Keys as use makes them: of many lengths, in order."""
    chance, keys = random.Random(7), [between(None, None)]
    for _time in range(count):
        place = chance.choice((0, len(keys), chance.randrange(len(keys) + 1), len(keys) // 2))
        keys.insert(place, between(keys[place - 1] if place else None, keys[place] if place < len(keys) else None))
    return keys


def test_both_databases_sort_positions_as_python_does(own_app, app):
    keys = scattered()
    assert keys == sorted(keys)
    table = sa.Table("standing", sa.MetaData(), sa.Column("position", Position()))
    with app.app_context(), transaction():
        table.create(db.session.connection())
        db.session.execute(sa.insert(table), [{"position": key} for key in random.Random(8).sample(keys, len(keys))])
        assert list(db.session.scalars(sa.select(table.c.position).order_by(table.c.position))) == keys
        middle = keys[len(keys) // 2]
        assert db.session.scalar(sa.select(sa.func.max(table.c.position))) == keys[-1]
        assert db.session.scalar(sa.select(sa.func.count()).where(table.c.position > middle)) == len(keys) - keys.index(middle) - 1
        db.session.rollback()


def test_every_position_in_the_tables_is_compared_byte_by_byte(app):
    with app.app_context():
        found = {}
        for table in db.metadata.sorted_tables:
            if "position" in table.c:
                column, = [c for c in sa.inspect(db.engine).get_columns(table.name) if c["name"] == "position"]
                found[table.name] = getattr(column["type"], "collation", None)
        assert found
        if db.engine.dialect.name == "postgresql":
            assert set(found.values()) == {"C"}
