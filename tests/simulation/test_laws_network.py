"""Whatever happens to the network in mid-copy: no byte is lost or made, no link carries more than it can, and what is
shared anew after a change is what would be shared from nothing."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.simulation.laws import law
from tests.simulation.worlds import GIB, MIB, TEXTBOOK, host, inventory, link_speed, move, vm
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.changes import FieldsChanged
from vmotion_gui.inventory.commands import EditInventory
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.workload import Uniform, Workload, WorkloadPhase
from vmotion_gui.simulation.dividing import Claim, divided
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.status import Phase

_MEMORY = GIB // 4
_HOSTS = ("h-1", "h-2", "h-3")
_SPEEDS = st.sampled_from([20, 100, 400, 1500])


def _nics(speeds: tuple[int, int], full_duplex: bool, kind: str, load: float) -> list[dict[str, object]]:
    """Two adapters as an edit gives them; a speed of 0 is a dead one."""
    return [
        {
            "device": f"vmnic{n}",
            "switch": "dvs",
            "speed_bits_per_s": link_speed(mib * MIB),
            "full_duplex": full_duplex,
            "loads": [{"traffic": kind, "send_bytes_per_s": load, "receive_bytes_per_s": load / 3.0}],
        }
        for n, mib in enumerate(speeds)
    ]


_NICS = st.builds(
    _nics,
    st.tuples(st.sampled_from([0, 20, 100, 400]), _SPEEDS),
    st.booleans(),
    st.sampled_from(["nfs", "virtualMachine", "vsan"]),
    st.sampled_from([0.0, 5e6, 3e8]),
)
_ALLOCATIONS = st.lists(
    st.fixed_dictionaries(
        {"traffic": st.sampled_from(["vmotion", "virtualMachine", "nfs"]), "shares": st.integers(1, 100)},
        optional={"limit_bits_per_s": st.sampled_from([1e8, 2e9]), "reservation_bits_per_s": st.just(5e7)},
    ),
    max_size=2,
    unique_by=lambda allocation: allocation["traffic"],
)
_LIMIT = st.one_of(st.none(), st.sampled_from([1e8, 1e9]))
_EDITS = st.one_of(
    st.tuples(st.sampled_from(_HOSTS), st.fixed_dictionaries({"pnics": _NICS})),
    st.tuples(
        st.sampled_from(["wan", "detour"]),
        st.fixed_dictionaries(
            {
                "bandwidth_bits_per_s": _SPEEDS.map(lambda mib: float(link_speed(mib * MIB))),
                "rtt_s": st.sampled_from([0.0, 0.002, 0.05]),
                "loss": st.sampled_from([0.0, 1e-5]),
                "state": st.sampled_from(["up", "up", "down"]),
            }
        ),
    ),
    st.tuples(st.just("dvs"), st.fixed_dictionaries({"allocations": _ALLOCATIONS, "io_control": st.booleans()})),
    st.tuples(
        st.just("pg"), st.fixed_dictionaries({"shaping_out_bits_per_s": _LIMIT, "shaping_in_bits_per_s": _LIMIT})
    ),
    st.tuples(st.just("talker"), st.fixed_dictionaries({"power_state": st.sampled_from(["poweredOn", "poweredOff"])})),
)
_STEPS = st.lists(st.tuples(st.floats(0.05, 6.0), _EDITS), max_size=8)


def _lab() -> Lab:
    """Three hosts, the third at another site; three VMs that write, one that is off and one that talks by turns."""
    hosts = [
        host(
            n, goodput=400.0 * MIB, subnet="far" if n == 3 else "net", stores=("ds-a",) if n == 1 else ("ds-a", "ds-b")
        )
        for n in (1, 2, 3)
    ]
    places: list[e.Entity] = [
        e.Site(id="site-2", name="Site 2"),
        e.Subnet(id="far", name="far", cidr="10.0.0.0/24", gateway="10.0.0.1", site="site-2"),
        e.NetworkLink(id="wan", name="WAN", a="site", b="site-2", bandwidth_bits_per_s=4e9),
        e.NetworkLink(id="detour", name="Detour", a="site", b="site-2", bandwidth_bits_per_s=1e9, rtt_s=0.001),
    ]
    vms = [
        vm(n, on=f"h-{1 + n // 3}", memory=_MEMORY, writes=50.0, working_set=_MEMORY // 8, distribution=Uniform())
        for n in (1, 2, 3)
    ]
    vms.append(vm(4, power_state="poweredOff"))
    phases = (
        WorkloadPhase(duration_s=1.3, network_load_bytes_per_s=2e9),
        WorkloadPhase(duration_s=0.9, network_load_bytes_per_s=1e7),
    )
    talker = e.VirtualMachine(
        id="talker",
        name="talker",
        host="h-1",
        nics=(e.VirtualNic(portgroup="pg-vm"),),
        workload=Workload(phases=phases),
    )
    return Lab(inventory=inventory(*places, *hosts, *vms, talker))


class _Watched:
    """A run whose bytes are counted from outside, between its events."""

    def __init__(self) -> None:
        self.engine = Engine(_lab(), TEXTBOOK)
        self.ids = [self.engine.submit(move(number, to=to)).id for number, to in ((1, "h-2"), (2, "h-3"), (3, "h-1"))]
        self.cold = self.engine.submit(move(4, to="h-2", datastore="ds-b")).id
        self.counted = dict.fromkeys([*self.ids, self.cold], 0.0)

    def advance(self, until_s: float) -> None:
        """Go on, event by event; rates are constant between them."""
        while (due := self.engine.next_event_s) is not None and self.engine.now_s < until_s:
            end_s = min(due, until_s)
            elapsed = end_s - self.engine.now_s
            for id_ in set(self.ids).intersection(self.engine.active_ids()):
                self.counted[id_] += self.engine.status(id_).copy_bytes_per_s * elapsed
            rates = [flow.rate for flow in self.engine.flows().values() if flow.owner == self.cold]
            self.counted[self.cold] += sum(rates) * elapsed
            self.engine.advance(end_s)
            self.check_loads()

    def check_loads(self) -> None:
        """No link is over its capacity."""
        for load in self.engine.link_loads():
            assert load.used_bytes_per_s <= load.capacity_bytes_per_s * (1.0 + 1e-9)
            assert min([0.0, *load.migrations.values(), *load.others.values()]) >= 0.0

    def check_rates(self) -> None:
        """A run that shares everything anew has the same rates."""
        anew = Engine.restore(self.engine.checkpoint())
        anew.submit(EditInventory(changes=()))
        for id_, flow in self.engine.flows().items():
            assert anew.flows()[id_].rates == pytest.approx(flow.rates, rel=1e-9, abs=1e-3)


@law
@given(_STEPS)
def test_bytes_are_conserved_and_no_link_is_over_its_capacity_whatever_changes(
    steps: list[tuple[float, tuple[str, dict[str, object]]]],
) -> None:
    run = _Watched()
    for elapsed_s, (id_, fields) in steps:
        run.advance(run.engine.now_s + elapsed_s)
        run.check_rates()
        assert run.engine.submit(EditInventory(changes=(FieldsChanged(id=id_, fields=fields),))).accepted
        run.check_loads()
        run.advance(run.engine.now_s + 0.01)
        run.check_rates()
    run.advance(math.inf)
    for id_ in run.ids:
        status = run.engine.status(id_)
        assert status.phase in (Phase.COMPLETED, Phase.FAILED)
        if status.phase is Phase.COMPLETED:
            sent = sum(record.sent_bytes for record in status.passes)
            assert sent >= _MEMORY * (1.0 - 1e-9)
            assert run.counted[id_] == pytest.approx(sent, rel=1e-9)
    if run.engine.phase(run.cold) is Phase.COMPLETED:
        assert run.counted[run.cold] == pytest.approx(run.engine.status(run.cold).sent_bytes, rel=1e-9)
    assert run.engine.flows() == {}
    assert run.engine.next_event_s is None


# --- one adapter ---------------------------------------------------------------

_CLAIMS = st.lists(
    st.builds(
        Claim,
        demand=st.one_of(st.just(math.inf), st.floats(0.0, 100.0)),
        shares=st.floats(1.0, 100.0),
        reservation=st.floats(0.0, 20.0),
        limit=st.one_of(st.just(math.inf), st.floats(0.1, 100.0)),
    ),
    min_size=1,
    max_size=6,
)


@law
@given(_CLAIMS, st.floats(0.1, 100.0), st.randoms(use_true_random=False))
def test_laws_of_a_division(claims: list[Claim], capacity: float, shuffler: object) -> None:
    """Nobody gets more than he wants; nothing is wasted; whoever is not content has at least as much per share as
    everybody who has more than his reservation; the order is of no account."""
    rates = divided(capacity, claims)
    total = math.fsum(rates)
    assert total <= capacity * (1.0 + 1e-9)
    assert total >= min(capacity, math.fsum(claim.most for claim in claims)) * (1.0 - 1e-9)
    hungry = [rate / claim.shares for rate, claim in zip(rates, claims, strict=True) if rate < claim.most * (1 - 1e-9)]
    above = [rate / claim.shares for rate, claim in zip(rates, claims, strict=True) if rate > claim.least * (1 + 1e-9)]
    if hungry and above:
        assert max(above) <= min(hungry) * (1.0 + 1e-6) + 1e-9
    order = list(range(len(claims)))
    shuffler.shuffle(order)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    other = divided(capacity, [claims[i] for i in order])
    assert [other[order.index(i)] for i in range(len(claims))] == rates
