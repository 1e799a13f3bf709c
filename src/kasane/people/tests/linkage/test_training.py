"""The committed weights fit the model, and training makes such weights (R-PEO-02)."""

from __future__ import annotations

import pytest
from bench._spoil import records

from kasane.people.linkage import COMPARISONS, Record, committed, find_pairs, score
from kasane.people.linkage.train import train
from kasane.people.linkage.weights import WrongWeights, read


def town(seed):
    rows, who = records(2500, seed=seed, again=0.3)
    return [Record.of(**row) for row in rows], who


def test_the_committed_weights_fit_the_model():
    weights = committed()
    assert 0.5 < weights.threshold < 1 and weights.prior < 0
    for comparison in COMPARISONS:
        assert set(weights.levels[comparison.key]) == {level.key for level in comparison.levels}
        for level in comparison.levels:
            assert not level.silent or weights.of(comparison.key, level.key) == 0


def test_agreement_weighs_more_than_disagreement_in_every_field():
    weights = committed()
    for comparison in COMPARISONS[:-1]:
        told = [weights.of(comparison.key, level.key) for level in comparison.levels if not level.silent]
        assert told[0] > 0 > told[-1], comparison.key


def test_weights_of_another_model_are_refused():
    with pytest.raises(WrongWeights):
        read("[pair]\nprior = -20\nthreshold = 0.95\n[sex]\nsame = { weight = 1.0 }\n")


def test_training_makes_weights_that_find_people_in_another_town():
    people, who = town(31)
    weights = read(train(people, [who[record.id] for record in people], random_pairs=3e5))
    others, whose = town(32)
    found = [(pair.left, pair.right) for pair in find_pairs(others, weights=weights)]
    right = sum(whose[left] == whose[right] for left, right in found)
    true = len(others) - len(set(whose.values()))
    assert right / len(found) > 0.97
    assert right / true > 0.9
    by_id = {record.id: record for record in others}
    assert all(score(by_id[a], by_id[b], weights).probability >= weights.threshold - 1e-6 for a, b in found)
