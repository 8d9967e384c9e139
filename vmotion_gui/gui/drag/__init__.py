"""Moving VMs with the mouse or the keyboard: one gesture object, one verdict, whatever the widgets."""
