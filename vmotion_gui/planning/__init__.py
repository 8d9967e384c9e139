"""What should move where: placement of VMs on hosts and datastores, and what a drop would do."""
