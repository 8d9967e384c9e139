"""A plan as a script for VMware PowerCLI.

Every object is found first, and there must be exactly one: names are compared letter by letter, since PowerCLI's own
search takes them for patterns. After every move the VM must be where it was to go.
"""

from __future__ import annotations

from vmotion_gui.messages import Catalogue, message
from vmotion_gui.planning.handover import work as w
from vmotion_gui.planning.handover.quoting import comment, powershell

_FUNCTIONS = r"""
function Get-ExactlyOne($Found, [string]$Name) {
    $all = @($Found)
    if ($all.Count -ne 1) { throw ('{0} {1}' -f $Texts.NotOne, $Name) }
    $all[0]
}

function Find-PlannedVM([string]$Name, [string]$InstanceUuid) {
    if ($InstanceUuid) {
        $filter = @{ 'Config.InstanceUuid' = '^' + [regex]::Escape($InstanceUuid) + '$' }
        $view = Get-ExactlyOne (Get-View -ViewType VirtualMachine -Property Name -Filter $filter) $Name
        return Get-VIObjectByVIView -VIView $view
    }
    Get-ExactlyOne (Get-VM | Where-Object { $_.Name -ceq $Name }) $Name
}

function Find-PlannedHost([string]$Name) {
    Get-ExactlyOne (Get-VMHost | Where-Object { $_.Name -eq $Name }) $Name
}

function Start-PlannedMove([string]$Name, [string]$InstanceUuid, [string]$To, [string]$Datastore, [string]$Priority) {
    $vm = Find-PlannedVM $Name $InstanceUuid
    $move = @{ VM = $vm; VMotionPriority = $Priority; RunAsync = $true; Confirm = $false }
    if ($To) { $move.Destination = Find-PlannedHost $To }
    if ($Datastore) {
        $move.Datastore = Get-ExactlyOne (Get-Datastore | Where-Object { $_.Name -ceq $Datastore }) $Datastore
    } elseif ($vm.VMHost.Name -eq $To) {
        Write-Host ('{0} {1}' -f $Texts.Already, $Name)
        return
    }
    Write-Host ('{0} {1}' -f $Texts.Moving, $Name)
    [pscustomobject]@{
        Task = (Move-VM @move); Name = $Name; InstanceUuid = $InstanceUuid; To = $To; Datastore = $Datastore
    }
}

function Wait-PlannedMove($Moves) {
    $failed = @()
    foreach ($move in @($Moves)) {
        try {
            Wait-Task -Task $move.Task | Out-Null
            $vm = Find-PlannedVM $move.Name $move.InstanceUuid
            if ($move.To -and $vm.VMHost.Name -ne $move.To) { throw $Texts.NotThere }
            $configuration = $vm.ExtensionData.Config.Files.VmPathName
            if ($move.Datastore -and -not $configuration.StartsWith("[$($move.Datastore)] ")) { throw $Texts.NotThere }
            Write-Host ('{0} {1}' -f $Texts.Done, $move.Name)
        } catch {
            $failed += '{0}: {1}' -f $move.Name, $_.Exception.Message
        }
    }
    if ($failed.Count) { throw ('{0} {1}' -f $Texts.Stopped, ($failed -join '; ')) }
}

function Find-PlannedStore([string]$Name) {
    (Get-ExactlyOne (Get-Datastore | Where-Object { $_.Name -ceq $Name }) $Name).ExtensionData.MoRef
}

function Find-PlannedDisk($View, [string]$Label) {
    Get-ExactlyOne ($View.Config.Hardware.Device | Where-Object { $_.DeviceInfo.Label -ceq $Label }) $Label
}

function Move-PlannedFiles([string]$Name, [string]$InstanceUuid, [string]$Configuration, [hashtable]$Disks) {
    $view = (Find-PlannedVM $Name $InstanceUuid).ExtensionData
    $spec = New-Object VMware.Vim.VirtualMachineRelocateSpec
    if ($Configuration) { $spec.Datastore = Find-PlannedStore $Configuration }
    $spec.Disk = @(foreach ($label in $Disks.Keys) {
        $locator = New-Object VMware.Vim.VirtualMachineRelocateSpecDiskLocator
        $locator.DiskId = (Find-PlannedDisk $view $label).Key
        $locator.Datastore = Find-PlannedStore $Disks[$label]
        $locator
    })
    Write-Host ('{0} {1}' -f $Texts.Moving, $Name)
    $view.RelocateVM($spec, 'defaultPriority')
    $view = (Find-PlannedVM $Name $InstanceUuid).ExtensionData
    foreach ($label in $Disks.Keys) {
        $file = (Find-PlannedDisk $view $label).Backing.FileName
        if (-not $file.StartsWith("[$($Disks[$label])] ")) { throw ('{0} {1}' -f $Texts.NotThere, $Name) }
    }
    Write-Host ('{0} {1}' -f $Texts.Done, $Name)
}

function Enter-PlannedMaintenance([string]$Name, [bool]$Evacuate, [string]$VsanMode, [int]$TimeoutSeconds) {
    $change = @{ VMHost = (Find-PlannedHost $Name); State = 'Maintenance'; Evacuate = $Evacuate; RunAsync = $true }
    if ($VsanMode) { $change.VsanDataMigrationMode = $VsanMode }
    $task = Set-VMHost @change -Confirm:$false
    $end = (Get-Date).AddSeconds($TimeoutSeconds)
    while ($task.State -in 'Queued', 'Running') {
        if ($TimeoutSeconds -and (Get-Date) -gt $end) { Stop-Task -Task $task -Confirm:$false; break }
        Start-Sleep -Seconds 5
        $task = Get-Task -Id $task.Id
    }
    if ((Find-PlannedHost $Name).ConnectionState -ne 'Maintenance') { throw ('{0} {1}' -f $Texts.NotThere, $Name) }
}

function Exit-PlannedMaintenance([string]$Name) {
    Set-VMHost -VMHost (Find-PlannedHost $Name) -State Connected -Confirm:$false | Out-Null
    if ((Find-PlannedHost $Name).ConnectionState -ne 'Connected') { throw ('{0} {1}' -f $Texts.NotThere, $Name) }
}

function Set-PlannedStoreMaintenance([string]$Name, [bool]$Enters) {
    $store = Get-ExactlyOne (Get-Datastore | Where-Object { $_.Name -ceq $Name }) $Name
    Set-Datastore -Datastore $store -MaintenanceMode $Enters -Confirm:$false | Out-Null
    $wanted = if ($Enters) { 'inMaintenance' } else { 'normal' }
    $store = Get-ExactlyOne (Get-Datastore | Where-Object { $_.Name -ceq $Name }) $Name
    if ("$($store.ExtensionData.Summary.MaintenanceMode)" -ne $wanted) {
        throw ('{0} {1}' -f $Texts.NotThere, $Name)
    }
}

function Set-PlannedPower([string]$Name, [string]$InstanceUuid, [string]$State) {
    $vm = Find-PlannedVM $Name $InstanceUuid
    if ("$($vm.PowerState)" -eq $State) { return }
    switch ($State) {
        'PoweredOff' { Stop-VMGuest -VM $vm -Confirm:$false | Out-Null }
        'Suspended' { Suspend-VM -VM $vm -Confirm:$false | Out-Null }
        'PoweredOn' { Start-VM -VM $vm -Confirm:$false | Out-Null }
    }
    $end = (Get-Date).AddMinutes(10)
    while ("$((Find-PlannedVM $Name $InstanceUuid).PowerState)" -ne $State) {
        if ((Get-Date) -gt $end) { throw ('{0} {1}' -f $Texts.NotThere, $Name) }
        Start-Sleep -Seconds 5
    }
}
"""
_STATES = {"shutDown": "PoweredOff", "suspend": "Suspended", "powerOn": "PoweredOn"}
_VSAN = {"ensureObjectAccessibility": "EnsureAccessibility", "evacuateAllData": "Full", "noAction": "NoDataMigration"}
_TEXTS = ("notOne", "already", "moving", "done", "notThere", "stopped", "whenDone")
BOM = "\ufeff"
"""Without it, Windows PowerShell 5.1 takes the file for one in the machine's own code page."""


def powercli_script(plan: w.Work, words: Catalogue) -> str:
    """The script's text, to be written as UTF-8; its messages in one language."""
    lines = [f"{BOM}#Requires -Modules VMware.VimAutomation.Core", f"# {comment(plan.title)}"]
    lines += [f"# {comment(words.render(message(key)))}" for key in ("handover.simulated", "handover.powercliNeeds")]
    lines += ["Set-StrictMode -Version Latest", "$ErrorActionPreference = 'Stop'", "$Texts = @{"]
    for key in _TEXTS:
        lines.append(f"    {key[0].upper()}{key[1:]} = {powershell(words.render(message(f'handover.{key}')))}")
    lines += ["}", _FUNCTIONS]
    for group in w.waves(plan.steps):
        lines += [*_wave(group, words), ""]
    return "\n".join([*lines, f"Write-Host {powershell(words.render(message('handover.finished')))}", ""])


def _wave(group: tuple[w.Step, ...], words: Catalogue) -> list[str]:
    if not isinstance(group[0], w.Move):
        return [_step(step, words) for step in group]
    moves = [f"    {_move(step)}" for step in group if isinstance(step, w.Move)]
    return ["$moves = @(", *moves, ")", "Wait-PlannedMove $moves"]


def _which(vm: w.Machine) -> str:
    return f"{powershell(vm.name)} {powershell(vm.instance_uuid)}"


def _move(step: w.Move) -> str:
    priority = "High" if step.high_priority else "Standard"
    return (
        f"Start-PlannedMove {_which(step.vm)} {powershell(step.host)} {powershell(step.datastore)} "
        f"{powershell(priority)}"
    )


def _step(step: w.Step, words: Catalogue) -> str:
    if isinstance(step, w.MoveFiles):
        disks = "; ".join(f"{powershell(label)} = {powershell(store)}" for label, store in step.disks)
        return f"Move-PlannedFiles {_which(step.vm)} {powershell(step.home)} @{{ {disks} }}"
    if isinstance(step, w.EnterMaintenance):
        evacuate, mode = "$true" if step.evacuate_powered_off else "$false", _VSAN.get(step.vsan_mode, "")
        return f"Enter-PlannedMaintenance {powershell(step.host)} {evacuate} {powershell(mode)} {round(step.timeout_s)}"
    if isinstance(step, w.ExitMaintenance):
        return f"Exit-PlannedMaintenance {powershell(step.host)}"
    if isinstance(step, w.StoreMaintenance):
        return f"Set-PlannedStoreMaintenance {powershell(step.datastore)} {'$true' if step.enters else '$false'}"
    if isinstance(step, w.Power):
        return f"Set-PlannedPower {_which(step.vm)} {powershell(_STATES[step.action])}"
    assert isinstance(step, w.ByHand)
    return f"Write-Host {powershell(words.render(step.text))}\nRead-Host $Texts.WhenDone | Out-Null"
