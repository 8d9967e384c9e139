"""DRS: how well a cluster's VMs run, and which moves would be worth their cost."""
