"""How each hypervisor copies memory: when it stops, and how it slows the guest."""
