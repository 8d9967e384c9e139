"""One migration from near: its three stages, charts, memory, disks, and what the VM's users notice."""
