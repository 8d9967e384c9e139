"""What must hold between two vCenter Servers? After VMware KB 2106952 and the vCenter documentation."""

from __future__ import annotations

import numpy as np

from vmotion_gui.compatibility.case import Case
from vmotion_gui.compatibility.columns import version_of
from vmotion_gui.compatibility.rule import Findings, RuleBook
from vmotion_gui.inventory.entities import VCenter

BOOK = RuleBook("licence", "hostTests", "cross-vcenter")
_HOSTS = (6, 0, 0)
_ADVANCED_SIDES = (6, 5, 0)
_LINKED = (6, 0, 0)
_ADVANCED = (7, 0, 1)
_ENCRYPTED = (8, 0, 0)


def _there(case: Case, row: int) -> VCenter:
    return case.inventory.vcenters[case.columns.vcenter[row]]


def _words(case: Case, row: int) -> dict[str, str]:
    return {"vcenter": _there(case, row).name, "version": _there(case, row).version}


def _about(case: Case, row: int) -> tuple[str, ...]:
    return (case.columns.vcenter[row],)


def _across(case: Case, broken: set[str]) -> Findings:
    """An error at the hosts of those of the other vCenter Servers."""
    if not broken:
        return Findings()
    codes, ids = case.columns.codes("vcenter", lambda host: case.inventory.datacenters[host.datacenter].vcenter)
    there = np.array([id_ in broken for id_ in ids], dtype=bool)[codes]
    return Findings(error=there & case.other_vcenter, words=_words, about=_about)


def _here(case: Case) -> VCenter:
    return case.inventory.vcenter_of_host(case.source)


@BOOK.rule("xvc.version", "VMotionProtocolIncompatible", simplified=True)
def version(case: Case) -> Findings:
    here = _here(case)
    old = {
        vcenter.id
        for vcenter in case.inventory.vcenters.values()
        if vcenter.sso_domain == here.sso_domain
        and min(version_of(vcenter.version), version_of(here.version)) < _LINKED
    }
    return _across(case, old)


@BOOK.rule("xvc.sso", "VMotionNotSupported", simplified=True)
def sso_domain(case: Case) -> Findings:
    here = _here(case)
    others = {
        vcenter.id
        for vcenter in case.inventory.vcenters.values()
        if vcenter.sso_domain != here.sso_domain
        and max(version_of(vcenter.version), version_of(here.version)) < _ADVANCED
    }
    return _across(case, others)


@BOOK.rule("xvc.advanced", "VMotionProtocolIncompatible", simplified=True)
def advanced(case: Case) -> Findings:
    here = _here(case)
    old = {
        vcenter.id
        for vcenter in case.inventory.vcenters.values()
        if vcenter.sso_domain != here.sso_domain
        and min(version_of(vcenter.version), version_of(here.version)) < _ADVANCED_SIDES
    }
    return _across(case, old)


@BOOK.rule("xvc.hosts", "VMotionNotSupported", simplified=True)
def hosts(case: Case) -> Findings:
    old = case.columns.fact("before 6.0", lambda host: version_of(host.version) < _HOSTS)
    return Findings(error=(old | case.here(old)) & case.other_vcenter, words=_words, about=_about)


@BOOK.rule("xvc.edition", "VMotionNotLicensed", simplified=True)
def edition(case: Case) -> Findings:
    """Linked vCenter Servers are of the Standard edition; the smaller ones manage their few hosts alone."""
    here = _here(case)
    vcenters = case.inventory.vcenters.values()
    small = {vcenter.id for vcenter in vcenters if {vcenter.edition, here.edition} != {"standard"}}
    return _across(case, small)


@BOOK.rule("xvc.licence", "VMotionNotLicensed", simplified=True)
def licence(case: Case) -> Findings:
    lacking = case.columns.fact("no cross vCenter licence", lambda host: "crossvcenter" not in host.licence_features)
    return Findings(error=(lacking | case.here(lacking)) & case.other_vcenter, words=_words, about=_about)


@BOOK.rule("xvc.encrypted", "EncryptionKeyRequired", simplified=True)
def encrypted(case: Case) -> Findings:
    if not case.vm.encrypted:
        return Findings()
    old = {v.id for v in case.inventory.vcenters.values() if version_of(v.version) < _ENCRYPTED}
    return _across(case, old)
