"""The parts of the demo lab: its places, networks, datastores and hosts (`estate`), and its machines
(`machines`).
"""
