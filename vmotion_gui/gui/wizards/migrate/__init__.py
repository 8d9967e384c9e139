"""The Migrate wizard, with the steps and the words of the vSphere Client."""
