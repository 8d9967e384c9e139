<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>About</name>
        <message>
            <source>Shows a vSphere estate, and lets you drag virtual machines between hosts.</source>
            <translation>Shows a vSphere estate, and lets you drag virtual machines between hosts.</translation>
        </message>
        <message>
            <source>Migrations run in an embedded simulation: every time, rate and amount is simulated.</source>
            <translation>Migrations run in an embedded simulation: every time, rate and amount is simulated.</translation>
        </message>
        <message>
            <source>Nothing is changed in a real vCenter.</source>
            <translation>Nothing is changed in a real vCenter.</translation>
        </message>
        <message>
            <source>Version {version}</source>
            <translation>Version {version}</translation>
        </message>
        <message>
            <source>About vmotion-gui</source>
            <translation>About vmotion-gui</translation>
        </message>
        <message>
            <source>of a checkout</source>
            <translation>of a checkout</translation>
        </message>
    </context>
    <context>
        <name>Alarms</name>
        <message>
            <source>Normal</source>
            <translation>Normal</translation>
        </message>
        <message>
            <source>Warning</source>
            <translation>Warning</translation>
        </message>
        <message>
            <source>Alert</source>
            <translation>Alert</translation>
        </message>
        <message>
            <source>acknowledged</source>
            <translation>acknowledged</translation>
        </message>
        <message>
            <source>Triggered alarms</source>
            <translation>Triggered alarms</translation>
        </message>
        <message>
            <source>before the lab began</source>
            <translation>before the lab began</translation>
        </message>
    </context>
    <context>
        <name>AlarmsModel</name>
        <message>
            <source>Object</source>
            <translation>Object</translation>
        </message>
        <message>
            <source>Alarm</source>
            <translation>Alarm</translation>
        </message>
        <message>
            <source>Severity</source>
            <translation>Severity</translation>
        </message>
        <message>
            <source>Triggered (simulated)</source>
            <translation>Triggered (simulated)</translation>
        </message>
        <message>
            <source>Acknowledged</source>
            <translation>Acknowledged</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Yes</translation>
        </message>
    </context>
    <context>
        <name>AlarmsPane</name>
        <message>
            <source>No alarm has been triggered or cleared so far.</source>
            <translation>No alarm has been triggered or cleared so far.</translation>
        </message>
        <message>
            <source>No alarms are triggered.</source>
            <translation>No alarms are triggered.</translation>
        </message>
        <message>
            <source>What was triggered and cleared so far</source>
            <translation>What was triggered and cleared so far</translation>
        </message>
        <message>
            <source>Acknowledge</source>
            <translation>Acknowledge</translation>
        </message>
        <message>
            <source>You have seen it: it stays in the list, and its object loses the mark.</source>
            <translation>You have seen it: it stays in the list, and its object loses the mark.</translation>
        </message>
        <message>
            <source>Reset To Green</source>
            <translation>Reset To Green</translation>
        </message>
        <message>
            <source>Back to normal by hand, until it is triggered anew.</source>
            <translation>Back to normal by hand, until it is triggered anew.</translation>
        </message>
        <message>
            <source>Triggered alarms</source>
            <translation>Triggered alarms</translation>
        </message>
    </context>
    <context>
        <name>AuthoringController</name>
        <message>
            <source>&amp;Record a lesson…</source>
            <translation>&amp;Record a lesson…</translation>
        </message>
        <message>
            <source>&amp;Edit a lesson…</source>
            <translation>&amp;Edit a lesson…</translation>
        </message>
        <message>
            <source>Something is under way. A lesson can be recorded once it has ended.</source>
            <translation>Something is under way. A lesson can be recorded once it has ended.</translation>
        </message>
        <message>
            <source>Recording</source>
            <translation>Recording</translation>
        </message>
        <message>
            <source>Saved: {file}</source>
            <translation>Saved: {file}</translation>
        </message>
    </context>
    <context>
        <name>AuthoringWindow</name>
        <message>
            <source>Add</source>
            <translation>Add</translation>
        </message>
        <message>
            <source>Add a step after this one</source>
            <translation>Add a step after this one</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>Remove this step</source>
            <translation>Remove this step</translation>
        </message>
        <message>
            <source>Move this step up (Alt+Up)</source>
            <translation>Move this step up (Alt+Up)</translation>
        </message>
        <message>
            <source>Move this step down (Alt+Down)</source>
            <translation>Move this step down (Alt+Down)</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Take the last change back (Ctrl+Alt+Z)</source>
            <translation>Take the last change back (Ctrl+Alt+Z)</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Redo</translation>
        </message>
        <message>
            <source>Do it again (Ctrl+Alt+Y)</source>
            <translation>Do it again (Ctrl+Alt+Y)</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>Preview</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>Save…</translation>
        </message>
        <message>
            <source>Write a lesson</source>
            <translation>Write a lesson</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>Steps</translation>
        </message>
        <message>
            <source>What is wrong with it</source>
            <translation>What is wrong with it</translation>
        </message>
        <message>
            <source>The lesson</source>
            <translation>The lesson</translation>
        </message>
        <message>
            <source>Line {n}</source>
            <translation>Line {n}</translation>
        </message>
        <message>
            <source>Problems: {n}. Choose one to go there.</source>
            <translation>Problems: {n}. Choose one to go there.</translation>
        </message>
        <message>
            <source>Nothing is wrong.</source>
            <translation>Nothing is wrong.</translation>
        </message>
    </context>
    <context>
        <name>BatchDialog</name>
        <message>
            <source>New VMs on {place}</source>
            <translation>New VMs on {place}</translation>
        </message>
        <message>
            <source>New VMs</source>
            <translation>New VMs</translation>
        </message>
        <message>
            <source>The one that fits best</source>
            <translation>The one that fits best</translation>
        </message>
        <message>
            <source>{name} ({free} free)</source>
            <translation>{name} ({free} free)</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>Name begins with</source>
            <translation>Name begins with</translation>
        </message>
        <message>
            <source>Preset</source>
            <translation>Preset</translation>
        </message>
        <message>
            <source>vCPUs</source>
            <translation>vCPUs</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>Memory</translation>
        </message>
        <message>
            <source>Disk</source>
            <translation>Disk</translation>
        </message>
        <message>
            <source>Datastore</source>
            <translation>Datastore</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>Network</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Add</translation>
        </message>
        <message>
            <source>Together {memory} of memory and {disk} of disk, spread over {hosts} hosts by their free memory.</source>
            <translation>Together {memory} of memory and {disk} of disk, spread over {hosts} hosts by their free memory.</translation>
        </message>
    </context>
    <context>
        <name>CausesModel</name>
        <message>
            <source>For example: {sentence}</source>
            <translation>For example: {sentence}</translation>
        </message>
        <message>
            <source>Reason (an example)</source>
            <translation>Reason (an example)</translation>
        </message>
        <message>
            <source>What stands against moves, with the first case as an example.</source>
            <translation>What stands against moves, with the first case as an example.</translation>
        </message>
        <message>
            <source>Pairs of virtual machine and host that it makes impossible.</source>
            <translation>Pairs of virtual machine and host that it makes impossible.</translation>
        </message>
        <message>
            <source>Pairs of virtual machine and host of which it warns.</source>
            <translation>Pairs of virtual machine and host of which it warns.</translation>
        </message>
    </context>
    <context>
        <name>Checks</name>
        <message>
            <source>What is checked here?</source>
            <translation>What is checked here?</translation>
        </message>
        <message>
            <source>For example, as this check would say it of another estate.</source>
            <translation>For example, as this check would say it of another estate.</translation>
        </message>
        <message>
            <source>What helps</source>
            <translation>What helps</translation>
        </message>
        <message>
            <source>“Fix it…” beside such a reason shows what would be changed.</source>
            <translation>“Fix it…” beside such a reason shows what would be changed.</translation>
        </message>
        <message>
            <source>When it stops a migration</source>
            <translation>When it stops a migration</translation>
        </message>
        <message>
            <source>Of which migrations it speaks</source>
            <translation>Of which migrations it speaks</translation>
        </message>
        <message>
            <source>In vSphere</source>
            <translation>In vSphere</translation>
        </message>
        <message>
            <source>Simplified: no source documents the exact behaviour or level of this check.</source>
            <translation>Simplified: no source documents the exact behaviour or level of this check.</translation>
        </message>
        <message>
            <source>Powered on</source>
            <translation>Powered on</translation>
        </message>
        <message>
            <source>Suspended</source>
            <translation>Suspended</translation>
        </message>
        <message>
            <source>Powered off</source>
            <translation>Powered off</translation>
        </message>
        <message>
            <source>while not connected</source>
            <translation>while not connected</translation>
        </message>
        <message>
            <source>– says nothing</source>
            <translation>– says nothing</translation>
        </message>
        <message>
            <source>i note</source>
            <translation>i note</translation>
        </message>
        <message>
            <source>⚠ warning: the migration may start</source>
            <translation>⚠ warning: the migration may start</translation>
        </message>
        <message>
            <source>✕ error: the migration does not start</source>
            <translation>✕ error: the migration does not start</translation>
        </message>
        <message>
            <source>Check: {id}</source>
            <translation>Check: {id}</translation>
        </message>
        <message>
            <source>Fault: {name}</source>
            <translation>Fault: {name}</translation>
        </message>
        <message>
            <source>vSphere has no fault of its own for it.</source>
            <translation>vSphere has no fault of its own for it.</translation>
        </message>
        <message>
            <source>In other cases or releases: {names}</source>
            <translation>In other cases or releases: {names}</translation>
        </message>
        <message>
            <source>Wrapped in: {name}</source>
            <translation>Wrapped in: {name}</translation>
        </message>
    </context>
    <context>
        <name>ChecksPage</name>
        <message>
            <source>Virtual machines on the datastores</source>
            <translation>Virtual machines on the datastores</translation>
        </message>
        <message>
            <source>Virtual machines on the hosts</source>
            <translation>Virtual machines on the hosts</translation>
        </message>
        <message>
            <source>Virtual machine</source>
            <translation>Virtual machine</translation>
        </message>
        <message>
            <source>Host</source>
            <translation>Host</translation>
        </message>
        <message>
            <source>Can it leave?</source>
            <translation>Can it leave?</translation>
        </message>
        <message>
            <source>Destinations</source>
            <translation>Destinations</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>Checking…</translation>
        </message>
        <message numerus="yes">
            <source>✕ %n cannot leave</source>
            <translation>
                <numerusform>✕ %n cannot leave</numerusform>
                <numerusform>✕ %n cannot leave</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>⚠ %n only at a price</source>
            <translation>
                <numerusform>⚠ %n only at a price</numerusform>
                <numerusform>⚠ %n only at a price</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>✓ %n can leave</source>
            <translation>
                <numerusform>✓ %n can leave</numerusform>
                <numerusform>✓ %n can leave</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>– %n does not run and stays</source>
            <translation>
                <numerusform>– %n does not run and stays</numerusform>
                <numerusform>– %n does not run and stays</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n host(s)</source>
            <translation>
                <numerusform>%n host</numerusform>
                <numerusform>%n hosts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n datastore(s)</source>
            <translation>
                <numerusform>%n datastore</numerusform>
                <numerusform>%n datastores</numerusform>
            </translation>
        </message>
        <message>
            <source>{hosts}, {count} of them with warnings</source>
            <translation>{hosts}, {count} of them with warnings</translation>
        </message>
        <message>
            <source>No host takes it.</source>
            <translation>No host takes it.</translation>
        </message>
        <message>
            <source>No datastore takes it.</source>
            <translation>No datastore takes it.</translation>
        </message>
        <message>
            <source>It has to take its disks along.</source>
            <translation>It has to take its disks along.</translation>
        </message>
        <message>
            <source>Only with warnings.</source>
            <translation>Only with warnings.</translation>
        </message>
        <message>
            <source>It can leave.</source>
            <translation>It can leave.</translation>
        </message>
        <message>
            <source>It does not run and may stay.</source>
            <translation>It does not run and may stay.</translation>
        </message>
        <message numerus="yes">
            <source>At %n datastore(s); the first one as an example.</source>
            <translation>
                <numerusform>At %n datastore; the first one as an example.</numerusform>
                <numerusform>At %n datastores; the first one as an example.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>At %n host(s); the first one as an example.</source>
            <translation>
                <numerusform>At %n host; the first one as an example.</numerusform>
                <numerusform>At %n hosts; the first one as an example.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ChecksWindow</name>
        <message>
            <source>Checks before a migration</source>
            <translation>Checks before a migration</translation>
        </message>
        <message>
            <source>Filter by words, fault or check</source>
            <translation>Filter by words, fault or check</translation>
        </message>
        <message>
            <source>Example</source>
            <translation>Example</translation>
        </message>
        <message>
            <source>Fault</source>
            <translation>Fault</translation>
        </message>
        <message>
            <source>Checks</source>
            <translation>Checks</translation>
        </message>
    </context>
    <context>
        <name>ClassMode</name>
        <message>
            <source>Class m&amp;ode</source>
            <translation>Class m&amp;ode</translation>
        </message>
    </context>
    <context>
        <name>ClassroomDialog</name>
        <message>
            <source>Results by student</source>
            <translation>Results by student</translation>
        </message>
        <message>
            <source>Goals and predictions</source>
            <translation>Goals and predictions</translation>
        </message>
        <message>
            <source>Results of a class</source>
            <translation>Results of a class</translation>
        </message>
        <message>
            <source>Choose a folder…</source>
            <translation>Choose a folder…</translation>
        </message>
        <message>
            <source>Add files…</source>
            <translation>Add files…</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Export…</translation>
        </message>
        <message>
            <source>Students</source>
            <translation>Students</translation>
        </message>
        <message>
            <source>Folder: {folder}</source>
            <translation>Folder: {folder}</translation>
        </message>
        <message>
            <source>There are no results here yet. In student mode each lesson leaves a file.</source>
            <translation>There are no results here yet. In student mode each lesson leaves a file.</translation>
        </message>
        <message>
            <source>{file} could not be written: {reason}. Choose another place.</source>
            <translation>{file} could not be written: {reason}. Choose another place.</translation>
        </message>
    </context>
    <context>
        <name>ClockStart</name>
        <message>
            <source>Migrations start pa&amp;used</source>
            <translation>Migrations start pa&amp;used</translation>
        </message>
    </context>
    <context>
        <name>ComparisonChart</name>
        <message>
            <source>Left to send, as the hypervisor knows it</source>
            <translation>Left to send, as the hypervisor knows it</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>Sent</translation>
        </message>
        <message>
            <source>Measured</source>
            <translation>Measured</translation>
        </message>
        <message>
            <source>Simulated</source>
            <translation>Simulated</translation>
        </message>
        <message>
            <source>Measured and simulated migration</source>
            <translation>Measured and simulated migration</translation>
        </message>
    </context>
    <context>
        <name>ComparisonController</name>
        <message>
            <source>&amp;Ways to migrate…</source>
            <translation>&amp;Ways to migrate…</translation>
        </message>
        <message>
            <source>Select a powered-on virtual machine that can go to another host.</source>
            <translation>Select a powered-on virtual machine that can go to another host.</translation>
        </message>
    </context>
    <context>
        <name>ComparisonDialog</name>
        <message>
            <source>Measured and simulated</source>
            <translation>Measured and simulated</translation>
        </message>
        <message>
            <source>&amp;Other recordings…</source>
            <translation>&amp;Other recordings…</translation>
        </message>
        <message>
            <source>&amp;Close</source>
            <translation>&amp;Close</translation>
        </message>
        <message>
            <source>{right} of {total} outcomes agree.</source>
            <translation>{right} of {total} outcomes agree.</translation>
        </message>
        <message>
            <source>Total time off by {errors}.</source>
            <translation>Total time off by {errors}.</translation>
        </message>
        <message>
            <source>Bytes off by {errors}.</source>
            <translation>Bytes off by {errors}.</translation>
        </message>
        <message>
            <source>{median} at the median, {p90} at the 90th percentile</source>
            <translation>{median} at the median, {p90} at the 90th percentile</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>Case</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>Outcome</translation>
        </message>
        <message>
            <source>Measured</source>
            <translation>Measured</translation>
        </message>
        <message>
            <source>Simulated</source>
            <translation>Simulated</translation>
        </message>
        <message>
            <source>Time off</source>
            <translation>Time off</translation>
        </message>
        <message>
            <source>Downtime</source>
            <translation>Downtime</translation>
        </message>
        <message>
            <source>Downtime off</source>
            <translation>Downtime off</translation>
        </message>
        <message>
            <source>Bytes off</source>
            <translation>Bytes off</translation>
        </message>
        <message>
            <source>Recorded migrations</source>
            <translation>Recorded migrations</translation>
        </message>
        <message>
            <source>The last stage went as fast as the machine could, which no model knows</source>
            <translation>The last stage went as fast as the machine could, which no model knows</translation>
        </message>
        <message>
            <source>completed</source>
            <translation>completed</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>failed</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>cancelled</translation>
        </message>
    </context>
    <context>
        <name>CompatibilityPanel</name>
        <message>
            <source>Compatibility</source>
            <translation>Compatibility</translation>
        </message>
        <message>
            <source>Try the cure…</source>
            <translation>Try the cure…</translation>
        </message>
        <message>
            <source>Show what would remove these reasons, and what else that brings.</source>
            <translation>Show what would remove these reasons, and what else that brings.</translation>
        </message>
    </context>
    <context>
        <name>ComputeModel</name>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Compatibility</source>
            <translation>Compatibility</translation>
        </message>
        <message>
            <source>Datacenter</source>
            <translation>Datacenter</translation>
        </message>
        <message>
            <source>Hosts</source>
            <translation>Hosts</translation>
        </message>
        <message>
            <source>DRS</source>
            <translation>DRS</translation>
        </message>
        <message>
            <source>Cluster</source>
            <translation>Cluster</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
        <message>
            <source>CPU</source>
            <translation>CPU</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>Memory</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>Checking…</translation>
        </message>
        <message>
            <source>On</source>
            <translation>On</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>Off</translation>
        </message>
    </context>
    <context>
        <name>ComputePage</name>
        <message>
            <source>Hosts</source>
            <translation>Hosts</translation>
        </message>
        <message>
            <source>Clusters</source>
            <translation>Clusters</translation>
        </message>
        <message>
            <source>Hosts or clusters</source>
            <translation>Hosts or clusters</translation>
        </message>
        <message>
            <source>Filter by name or cluster</source>
            <translation>Filter by name or cluster</translation>
        </message>
        <message>
            <source>Compute resources</source>
            <translation>Compute resources</translation>
        </message>
        <message>
            <source>Hosts: ✓ {able} compatible · ⚠ {cautioned} with warnings · ✕ {unable} not compatible</source>
            <translation>Hosts: ✓ {able} compatible · ⚠ {cautioned} with warnings · ✕ {unable} not compatible</translation>
        </message>
        <message>
            <source>Select a host or a cluster.</source>
            <translation>Select a host or a cluster.</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>Checking…</translation>
        </message>
    </context>
    <context>
        <name>ConfirmDialog</name>
        <message>
            <source>Virtual machine</source>
            <translation>Virtual machine</translation>
        </message>
        <message>
            <source>From</source>
            <translation>From</translation>
        </message>
        <message>
            <source>To</source>
            <translation>To</translation>
        </message>
        <message>
            <source>Compatibility</source>
            <translation>Compatibility</translation>
        </message>
        <message>
            <source>Duration</source>
            <translation>Duration</translation>
        </message>
        <message>
            <source>Downtime</source>
            <translation>Downtime</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>Data</translation>
        </message>
        <message>
            <source>Virtual machines to migrate</source>
            <translation>Virtual machines to migrate</translation>
        </message>
        <message>
            <source>Leave it where it is</source>
            <translation>Leave it where it is</translation>
        </message>
        <message>
            <source>{name} ({free} free)</source>
            <translation>{name} ({free} free)</translation>
        </message>
        <message>
            <source>Schedule regular vMotion</source>
            <translation>Schedule regular vMotion</translation>
        </message>
        <message>
            <source>Schedule vMotion with high priority</source>
            <translation>Schedule vMotion with high priority</translation>
        </message>
        <message>
            <source>Migrate</source>
            <translation>Migrate</translation>
        </message>
        <message>
            <source>More options…</source>
            <translation>More options…</translation>
        </message>
        <message>
            <source>Open the Migrate wizard: storage per disk, networks, priority.</source>
            <translation>Open the Migrate wizard: storage per disk, networks, priority.</translation>
        </message>
        <message>
            <source>Try the cure…</source>
            <translation>Try the cure…</translation>
        </message>
        <message>
            <source>Show what would remove the reasons above, and what else that brings.</source>
            <translation>Show what would remove the reasons above, and what else that brings.</translation>
        </message>
        <message>
            <source>Storage:</source>
            <translation>Storage:</translation>
        </message>
        <message>
            <source>vMotion priority:</source>
            <translation>vMotion priority:</translation>
        </message>
        <message>
            <source>Migrate | {name}</source>
            <translation>Migrate | {name}</translation>
        </message>
        <message numerus="yes">
            <source>Migrate | %n VM(s)</source>
            <translation>
                <numerusform>Migrate | %n VM</numerusform>
                <numerusform>Migrate | %n VMs</numerusform>
            </translation>
        </message>
        <message>
            <source>Why {host} for {vm}: {reason}</source>
            <translation>Why {host} for {vm}: {reason}</translation>
        </message>
        <message>
            <source>+ {count} more</source>
            <translation>+ {count} more</translation>
        </message>
        <message>
            <source>Simulated by the rules of {profile}.</source>
            <translation>Simulated by the rules of {profile}.</translation>
        </message>
    </context>
    <context>
        <name>Contest</name>
        <message>
            <source>refused</source>
            <translation>refused</translation>
        </message>
        <message>
            <source>being prepared</source>
            <translation>being prepared</translation>
        </message>
        <message>
            <source>runs at the destination</source>
            <translation>runs at the destination</translation>
        </message>
        <message>
            <source>stands still: the rest is sent</source>
            <translation>stands still: the rest is sent</translation>
        </message>
        <message>
            <source>runs at the source, pass {number}</source>
            <translation>runs at the source, pass {number}</translation>
        </message>
        <message>
            <source>runs at the destination, fetches its memory</source>
            <translation>runs at the destination, fetches its memory</translation>
        </message>
    </context>
    <context>
        <name>CrashProtection</name>
        <message>
            <source>⚠ Not protected against a crash</source>
            <translation>⚠ Not protected against a crash</translation>
        </message>
    </context>
    <context>
        <name>CrashReporter</name>
        <message>
            <source>Something went wrong</source>
            <translation>Something went wrong</translation>
        </message>
        <message>
            <source>The program met an error that it did not expect. Your lab is safe; save it to be sure.</source>
            <translation>The program met an error that it did not expect. Your lab is safe; save it to be sure.</translation>
        </message>
        <message>
            <source>Details are in {path}.</source>
            <translation>Details are in {path}.</translation>
        </message>
    </context>
    <context>
        <name>CureController</name>
        <message>
            <source>&amp;Why not?…</source>
            <translation>&amp;Why not?…</translation>
        </message>
        <message>
            <source>All reasons against the move that was refused, each with its cure.</source>
            <translation>All reasons against the move that was refused, each with its cure.</translation>
        </message>
    </context>
    <context>
        <name>CureDialog</name>
        <message>
            <source>Fix it</source>
            <translation>Fix it</translation>
        </message>
        <message>
            <source>Apply</source>
            <translation>Apply</translation>
        </message>
        <message>
            <source>Object</source>
            <translation>Object</translation>
        </message>
        <message>
            <source>Setting</source>
            <translation>Setting</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>Before</translation>
        </message>
        <message>
            <source>After</source>
            <translation>After</translation>
        </message>
        <message>
            <source>What changes</source>
            <translation>What changes</translation>
        </message>
        <message>
            <source>Side effects</source>
            <translation>Side effects</translation>
        </message>
        <message>
            <source>Compatibility afterwards</source>
            <translation>Compatibility afterwards</translation>
        </message>
        <message>
            <source>Changes the simulated estate; Undo takes it back.</source>
            <translation>Changes the simulated estate; Undo takes it back.</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>None beyond the change itself.</source>
            <translation>None beyond the change itself.</translation>
        </message>
        <message>
            <source>Relocate virtual machine</source>
            <translation>Relocate virtual machine</translation>
        </message>
        <message>
            <source>+ {count} more</source>
            <translation>+ {count} more</translation>
        </message>
    </context>
    <context>
        <name>Cures</name>
        <message>
            <source>added</source>
            <translation>added</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Yes</translation>
        </message>
        <message>
            <source>No</source>
            <translation>No</translation>
        </message>
        <message>
            <source>Nothing that can be changed in the estate would cure it.</source>
            <translation>Nothing that can be changed in the estate would cure it.</translation>
        </message>
    </context>
    <context>
        <name>DatastoreModel</name>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Compatibility</source>
            <translation>Compatibility</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>Type</translation>
        </message>
        <message>
            <source>Capacity</source>
            <translation>Capacity</translation>
        </message>
        <message>
            <source>Free</source>
            <translation>Free</translation>
        </message>
        <message>
            <source>Not mounted on the host</source>
            <translation>Not mounted on the host</translation>
        </message>
    </context>
    <context>
        <name>DecisionsPage</name>
        <message>
            <source>Suggest for those that cannot leave</source>
            <translation>Suggest for those that cannot leave</translation>
        </message>
        <message>
            <source>The mildest decision for each: disconnect what ties it to the host, else shut it down.</source>
            <translation>The mildest decision for each: disconnect what ties it to the host, else shut it down.</translation>
        </message>
        <message>
            <source>What becomes of each virtual machine</source>
            <translation>What becomes of each virtual machine</translation>
        </message>
        <message>
            <source>Virtual machine</source>
            <translation>Virtual machine</translation>
        </message>
        <message>
            <source>Host</source>
            <translation>Host</translation>
        </message>
        <message>
            <source>Can it leave?</source>
            <translation>Can it leave?</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>Decision</translation>
        </message>
        <message>
            <source>What it means</source>
            <translation>What it means</translation>
        </message>
        <message>
            <source>&amp;For the selected:</source>
            <translation>&amp;For the selected:</translation>
        </message>
        <message>
            <source>✕ no</source>
            <translation>✕ no</translation>
        </message>
        <message>
            <source>⚠ at a price</source>
            <translation>⚠ at a price</translation>
        </message>
        <message>
            <source>✓ yes</source>
            <translation>✓ yes</translation>
        </message>
        <message numerus="yes">
            <source>%n virtual machine(s) cannot leave, and nothing is decided for them.</source>
            <translation>
                <numerusform>%n virtual machine cannot leave, and nothing is decided for them.</numerusform>
                <numerusform>%n virtual machines cannot leave, and nothing is decided for them.</numerusform>
            </translation>
        </message>
        <message>
            <source>Every virtual machine can leave, or something is decided for it.</source>
            <translation>Every virtual machine can leave, or something is decided for it.</translation>
        </message>
        <message>
            <source>Left as they are: {hosts}.</source>
            <translation>Left as they are: {hosts}.</translation>
        </message>
    </context>
    <context>
        <name>DeedsField</name>
        <message>
            <source>Actions</source>
            <translation>Actions</translation>
        </message>
        <message>
            <source>The user is asked to do it; otherwise the lesson does it on entering</source>
            <translation>The user is asked to do it; otherwise the lesson does it on entering</translation>
        </message>
        <message>
            <source>What stands on the button</source>
            <translation>What stands on the button</translation>
        </message>
        <message>
            <source>Migrate</source>
            <translation>Migrate</translation>
        </message>
        <message>
            <source>Power On</source>
            <translation>Power On</translation>
        </message>
        <message>
            <source>Power Off</source>
            <translation>Power Off</translation>
        </message>
        <message>
            <source>Enter Maintenance Mode</source>
            <translation>Enter Maintenance Mode</translation>
        </message>
        <message>
            <source>Exit Maintenance Mode</source>
            <translation>Exit Maintenance Mode</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Add</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>Inject fault</source>
            <translation>Inject fault</translation>
        </message>
        <message>
            <source>Change storage</source>
            <translation>Change storage</translation>
        </message>
        <message>
            <source>{action} (datastore)</source>
            <translation>{action} (datastore)</translation>
        </message>
        <message>
            <source>Kind of action</source>
            <translation>Kind of action</translation>
        </message>
        <message>
            <source>Object</source>
            <translation>Object</translation>
        </message>
        <message>
            <source>Destination</source>
            <translation>Destination</translation>
        </message>
        <message>
            <source>asked of the user</source>
            <translation>asked of the user</translation>
        </message>
        <message>
            <source>done by the lesson</source>
            <translation>done by the lesson</translation>
        </message>
    </context>
    <context>
        <name>Details</name>
        <message>
            <source>Click a cell: all reasons and their cures appear here.</source>
            <translation>Click a cell: all reasons and their cures appear here.</translation>
        </message>
        <message>
            <source>It runs here.</source>
            <translation>It runs here.</translation>
        </message>
        <message>
            <source>✓ {able} able · ⚠ {cautioned} with warnings · ✕ {unable} unable</source>
            <translation>✓ {able} able · ⚠ {cautioned} with warnings · ✕ {unable} unable</translation>
        </message>
        <message numerus="yes">
            <source>At %n host(s); the first one as an example.</source>
            <translation>
                <numerusform>At %n host; the first one as an example.</numerusform>
                <numerusform>At %n hosts; the first one as an example.</numerusform>
            </translation>
        </message>
        <message>
            <source>Migrate…</source>
            <translation>Migrate…</translation>
        </message>
    </context>
    <context>
        <name>Draft</name>
        <message>
            <source>Relocate virtual machine</source>
            <translation>Relocate virtual machine</translation>
        </message>
    </context>
    <context>
        <name>DragController</name>
        <message>
            <source>Judging the virtual machines one after the other: {percent} %</source>
            <translation>Judging the virtual machines one after the other: {percent} %</translation>
        </message>
        <message>
            <source>Drop here to go on in the Migrate wizard.</source>
            <translation>Drop here to go on in the Migrate wizard.</translation>
        </message>
        <message>
            <source>Hold Shift to move the storage as well.</source>
            <translation>Hold Shift to move the storage as well.</translation>
        </message>
        <message>
            <source>Drop here to choose storage and networks in the Migrate wizard.</source>
            <translation>Drop here to choose storage and networks in the Migrate wizard.</translation>
        </message>
        <message>
            <source>+ {count} more</source>
            <translation>+ {count} more</translation>
        </message>
        <message>
            <source>{host} would then be at {cpu} % CPU and {memory} % memory (configured).</source>
            <translation>{host} would then be at {cpu} % CPU and {memory} % memory (configured).</translation>
        </message>
        <message>
            <source>About {duration}, {downtime} downtime, {data} to copy (simulated).</source>
            <translation>About {duration}, {downtime} downtime, {data} to copy (simulated).</translation>
        </message>
        <message>
            <source>Relocate virtual machine</source>
            <translation>Relocate virtual machine</translation>
        </message>
    </context>
    <context>
        <name>Drs</name>
        <message>
            <source>{number} %</source>
            <translation>{number} %</translation>
        </message>
        <message>
            <source>Migrate {vm} from {source} to {destination}</source>
            <translation>Migrate {vm} from {source} to {destination}</translation>
        </message>
        <message>
            <source>Imbalance of the hosts: CPU {cpu} → {cpu_after}, memory {memory} → {memory_after}.</source>
            <translation>Imbalance of the hosts: CPU {cpu} → {cpu_after}, memory {memory} → {memory_after}.</translation>
        </message>
        <message>
            <source>Score with all recommendations applied: {score}.</source>
            <translation>Score with all recommendations applied: {score}.</translation>
        </message>
        <message>
            <source>{low}–{high} %: {count}</source>
            <translation>{low}–{high} %: {count}</translation>
        </message>
        <message>
            <source>VM DRS score: {buckets}</source>
            <translation>VM DRS score: {buckets}</translation>
        </message>
    </context>
    <context>
        <name>DrsPage</name>
        <message>
            <source>As it is now</source>
            <translation>As it is now</translation>
        </message>
        <message>
            <source>After {host} fails</source>
            <translation>After {host} fails</translation>
        </message>
        <message>
            <source>DRS score (estimated): {score}</source>
            <translation>DRS score (estimated): {score}</translation>
        </message>
        <message>
            <source>HA restarts {restarted} virtual machines on other hosts; {stopped} stay off.</source>
            <translation>HA restarts {restarted} virtual machines on other hosts; {stopped} stay off.</translation>
        </message>
        <message>
            <source>DRS acts every five minutes of simulated time where it is fully automated</source>
            <translation>DRS acts every five minutes of simulated time where it is fully automated</translation>
        </message>
        <message>
            <source>Its migrations stand in the history like all others; going back takes them back.</source>
            <translation>Its migrations stand in the history like all others; going back takes them back.</translation>
        </message>
        <message>
            <source>Run &amp;DRS Now</source>
            <translation>Run &amp;DRS Now</translation>
        </message>
        <message>
            <source>Apply &amp;Selected</source>
            <translation>Apply &amp;Selected</translation>
        </message>
        <message>
            <source>&amp;Apply Recommendations</source>
            <translation>&amp;Apply Recommendations</translation>
        </message>
        <message>
            <source>VM/Host &amp;Rules…</source>
            <translation>VM/Host &amp;Rules…</translation>
        </message>
        <message>
            <source>&amp;HA Settings…</source>
            <translation>&amp;HA Settings…</translation>
        </message>
        <message>
            <source>What if</source>
            <translation>What if</translation>
        </message>
        <message>
            <source>DRS recommendations</source>
            <translation>DRS recommendations</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Priority</translation>
        </message>
        <message>
            <source>Recommendation</source>
            <translation>Recommendation</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>Duration</source>
            <translation>Duration</translation>
        </message>
        <message>
            <source>Gain</source>
            <translation>Gain</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>Cost</translation>
        </message>
        <message>
            <source>Seconds in which one average virtual machine gets all its performance, over one hour.</source>
            <translation>Seconds in which one average virtual machine gets all its performance, over one hour.</translation>
        </message>
        <message>
            <source>DRS has no recommendations at this migration threshold.</source>
            <translation>DRS has no recommendations at this migration threshold.</translation>
        </message>
    </context>
    <context>
        <name>DrsSettingsRow</name>
        <message>
            <source>1: only what rules and maintenance demand</source>
            <translation>1: only what rules and maintenance demand</translation>
        </message>
        <message>
            <source>2: and significant improvements</source>
            <translation>2: and significant improvements</translation>
        </message>
        <message>
            <source>3: and good improvements</source>
            <translation>3: and good improvements</translation>
        </message>
        <message>
            <source>4: and moderate improvements</source>
            <translation>4: and moderate improvements</translation>
        </message>
        <message>
            <source>5: and slight improvements</source>
            <translation>5: and slight improvements</translation>
        </message>
        <message>
            <source>DRS settings of {cluster}</source>
            <translation>DRS settings of {cluster}</translation>
        </message>
        <message>
            <source>Manual</source>
            <translation>Manual</translation>
        </message>
        <message>
            <source>Partially Automated</source>
            <translation>Partially Automated</translation>
        </message>
        <message>
            <source>Fully Automated</source>
            <translation>Fully Automated</translation>
        </message>
        <message>
            <source>Conservative</source>
            <translation>Conservative</translation>
        </message>
        <message>
            <source>Aggressive</source>
            <translation>Aggressive</translation>
        </message>
        <message>
            <source>DRS on</source>
            <translation>DRS on</translation>
        </message>
        <message>
            <source>Automation level</source>
            <translation>Automation level</translation>
        </message>
        <message>
            <source>Migration threshold</source>
            <translation>Migration threshold</translation>
        </message>
    </context>
    <context>
        <name>DuplicateDialog</name>
        <message>
            <source>Duplicate {name}</source>
            <translation>Duplicate {name}</translation>
        </message>
        <message>
            <source>Copies</source>
            <translation>Copies</translation>
        </message>
        <message>
            <source>Duplicate</source>
            <translation>Duplicate</translation>
        </message>
        <message>
            <source>Names</source>
            <translation>Names</translation>
        </message>
        <message>
            <source>Each gets the same hardware, networks and shared datastores, and addresses, standard switches and local datastores of its own. The virtual machines are not copied.</source>
            <translation>Each gets the same hardware, networks and shared datastores, and addresses, standard switches and local datastores of its own. The virtual machines are not copied.</translation>
        </message>
        <message>
            <source>Each gets files and addresses of its own, on the same host and datastores.</source>
            <translation>Each gets files and addresses of its own, on the same host and datastores.</translation>
        </message>
        <message>
            <source>What lies within the object is not copied. To copy that too, use Ctrl+C and Ctrl+V.</source>
            <translation>What lies within the object is not copied. To copy that too, use Ctrl+C and Ctrl+V.</translation>
        </message>
    </context>
    <context>
        <name>Editor</name>
        <message>
            <source>edit of {name}</source>
            <translation>edit of {name}</translation>
        </message>
        <message>
            <source>Comes with: {names}.</source>
            <translation>Comes with: {names}.</translation>
        </message>
        <message>
            <source>Is joined to: {names}.</source>
            <translation>Is joined to: {names}.</translation>
        </message>
        <message>
            <source>new {kind} {name}</source>
            <translation>new {kind} {name}</translation>
        </message>
        <message>
            <source>{count} new VMs</source>
            <translation>{count} new VMs</translation>
        </message>
        <message>
            <source>{count} × copy of {name}</source>
            <translation>{count} × copy of {name}</translation>
        </message>
        <message>
            <source>mounts of {name}</source>
            <translation>mounts of {name}</translation>
        </message>
        <message>
            <source>removal of {names}</source>
            <translation>removal of {names}</translation>
        </message>
        <message>
            <source>In a migration: {effect}</source>
            <translation>In a migration: {effect}</translation>
        </message>
        <message>
            <source>From {low} to {high}.</source>
            <translation>From {low} to {high}.</translation>
        </message>
        <message>
            <source>From {low}.</source>
            <translation>From {low}.</translation>
        </message>
        <message>
            <source>Must be given.</source>
            <translation>Must be given.</translation>
        </message>
        <message>
            <source>Default: {value}.</source>
            <translation>Default: {value}.</translation>
        </message>
        <message>
            <source>not specified</source>
            <translation>not specified</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>yes</translation>
        </message>
        <message>
            <source>no</source>
            <translation>no</translation>
        </message>
        <message>
            <source>{number} %</source>
            <translation>{number} %</translation>
        </message>
        <message>
            <source>{number} pages/s</source>
            <translation>{number} pages/s</translation>
        </message>
        <message>
            <source>pages/s</source>
            <translation>pages/s</translation>
        </message>
        <message>
            <source>min</source>
            <translation>min</translation>
        </message>
        <message>
            <source>h</source>
            <translation>h</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>Specify</source>
            <translation>Specify</translation>
        </message>
        <message>
            <source>(none)</source>
            <translation>(none)</translation>
        </message>
        <message>
            <source>Own numbers</source>
            <translation>Own numbers</translation>
        </message>
    </context>
    <context>
        <name>EditorEntries</name>
        <message>
            <source>&amp;Edit settings…</source>
            <translation>&amp;Edit settings…</translation>
        </message>
        <message>
            <source>Re&amp;name…</source>
            <translation>Re&amp;name…</translation>
        </message>
        <message>
            <source>&amp;Add</source>
            <translation>&amp;Add</translation>
        </message>
        <message>
            <source>&amp;Duplicate…</source>
            <translation>&amp;Duplicate…</translation>
        </message>
        <message>
            <source>&amp;Copy</source>
            <translation>&amp;Copy</translation>
        </message>
        <message>
            <source>&amp;Remove…</source>
            <translation>&amp;Remove…</translation>
        </message>
        <message>
            <source>Select an object first.</source>
            <translation>Select an object first.</translation>
        </message>
        <message>
            <source>Edit settings…</source>
            <translation>Edit settings…</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translation>Rename…</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Add</translation>
        </message>
        <message>
            <source>Mount on hosts…</source>
            <translation>Mount on hosts…</translation>
        </message>
        <message>
            <source>Add more like this…</source>
            <translation>Add more like this…</translation>
        </message>
        <message>
            <source>Duplicate…</source>
            <translation>Duplicate…</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Copy</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>Paste</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translation>Remove…</translation>
        </message>
        <message>
            <source>Key: {key}</source>
            <translation>Key: {key}</translation>
        </message>
        <message>
            <source>Many VMs from a preset…</source>
            <translation>Many VMs from a preset…</translation>
        </message>
        <message>
            <source>{kind}…</source>
            <translation>{kind}…</translation>
        </message>
    </context>
    <context>
        <name>EmptyLabHint</name>
        <message>
            <source>This lab is empty.

Drag objects here from the Objects panel, choose Edit &gt; Add, or right-click.
It begins with a vCenter Server and a datacenter.

File &gt; New from template opens a complete estate instead.</source>
            <translation>This lab is empty.

Drag objects here from the Objects panel, choose Edit &gt; Add, or right-click.
It begins with a vCenter Server and a datacenter.

File &gt; New from template opens a complete estate instead.</translation>
        </message>
    </context>
    <context>
        <name>EndingField</name>
        <message>
            <source>When the user goes on</source>
            <translation>When the user goes on</translation>
        </message>
        <message>
            <source>When the question is answered</source>
            <translation>When the question is answered</translation>
        </message>
        <message>
            <source>When the user has done what the step asks for</source>
            <translation>When the user has done what the step asks for</translation>
        </message>
        <message>
            <source>When the goals of the exercise are reached</source>
            <translation>When the goals of the exercise are reached</translation>
        </message>
        <message>
            <source>At an event of the engine</source>
            <translation>At an event of the engine</translation>
        </message>
        <message>
            <source>After some simulated time</source>
            <translation>After some simulated time</translation>
        </message>
        <message>
            <source>When an expression is true</source>
            <translation>When an expression is true</translation>
        </message>
        <message>
            <source>Any virtual machine</source>
            <translation>Any virtual machine</translation>
        </message>
        <message>
            <source>The step ends</source>
            <translation>The step ends</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>Event</translation>
        </message>
        <message>
            <source>Of</source>
            <translation>Of</translation>
        </message>
        <message>
            <source>Which time it happens</source>
            <translation>Which time it happens</translation>
        </message>
        <message>
            <source>Simulated time</source>
            <translation>Simulated time</translation>
        </message>
        <message>
            <source>Expression</source>
            <translation>Expression</translation>
        </message>
    </context>
    <context>
        <name>EnterMaintenanceDialog</name>
        <message>
            <source>Enter Maintenance Mode: {host}</source>
            <translation>Enter Maintenance Mode: {host}</translation>
        </message>
        <message>
            <source>&amp;Move powered-off and suspended virtual machines to other hosts in the cluster</source>
            <translation>&amp;Move powered-off and suspended virtual machines to other hosts in the cluster</translation>
        </message>
        <message>
            <source>&amp;Enter Maintenance Mode</source>
            <translation>&amp;Enter Maintenance Mode</translation>
        </message>
        <message>
            <source>&amp;Give up after</source>
            <translation>&amp;Give up after</translation>
        </message>
        <message>
            <source>&amp;vSAN data migration</source>
            <translation>&amp;vSAN data migration</translation>
        </message>
        <message>
            <source>no time limit</source>
            <translation>no time limit</translation>
        </message>
        <message>
            <source> min</source>
            <translation> min</translation>
        </message>
        <message>
            <source>Give up after</source>
            <translation>Give up after</translation>
        </message>
        <message>
            <source>There are none on this host.</source>
            <translation>There are none on this host.</translation>
        </message>
        <message>
            <source>{count} on this host; they may also stay.</source>
            <translation>{count} on this host; they may also stay.</translation>
        </message>
        <message>
            <source>A host in maintenance mode runs no virtual machine and takes none until it leaves that mode.</source>
            <translation>A host in maintenance mode runs no virtual machine and takes none until it leaves that mode.</translation>
        </message>
        <message>
            <source>No virtual machine runs on this one.</source>
            <translation>No virtual machine runs on this one.</translation>
        </message>
        <message>
            <source>Powered on here: {count}.</source>
            <translation>Powered on here: {count}.</translation>
        </message>
        <message>
            <source>The host is in no cluster: migrate them yourself, or shut them down.</source>
            <translation>The host is in no cluster: migrate them yourself, or shut them down.</translation>
        </message>
        <message>
            <source>DRS is turned off in {cluster}: migrate them yourself, or shut them down.</source>
            <translation>DRS is turned off in {cluster}: migrate them yourself, or shut them down.</translation>
        </message>
        <message>
            <source>DRS (fully automated) migrates them to other hosts of {cluster}.</source>
            <translation>DRS (fully automated) migrates them to other hosts of {cluster}.</translation>
        </message>
        <message>
            <source>DRS recommends where to migrate them; apply its recommendations in Recent Tasks, or migrate them yourself.</source>
            <translation>DRS recommends where to migrate them; apply its recommendations in Recent Tasks, or migrate them yourself.</translation>
        </message>
    </context>
    <context>
        <name>EntityDialog</name>
        <message>
            <source>New: {kind}</source>
            <translation>New: {kind}</translation>
        </message>
        <message>
            <source>Edit settings – {name}</source>
            <translation>Edit settings – {name}</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Add</translation>
        </message>
        <message>
            <source>✕ Something is not right yet: see the marked fields.</source>
            <translation>✕ Something is not right yet: see the marked fields.</translation>
        </message>
    </context>
    <context>
        <name>EntityForm</name>
        <message>
            <source>Groups</source>
            <translation>Groups</translation>
        </message>
    </context>
    <context>
        <name>EventsModel</name>
        <message>
            <source>Description</source>
            <translation>Description</translation>
        </message>
        <message>
            <source>Severity</source>
            <translation>Severity</translation>
        </message>
        <message>
            <source>Time (simulated)</source>
            <translation>Time (simulated)</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>Target</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>Type</translation>
        </message>
        <message>
            <source>Information</source>
            <translation>Information</translation>
        </message>
        <message>
            <source>Warning</source>
            <translation>Warning</translation>
        </message>
        <message>
            <source>Error</source>
            <translation>Error</translation>
        </message>
    </context>
    <context>
        <name>EventsPane</name>
        <message>
            <source>Filter events</source>
            <translation>Filter events</translation>
        </message>
        <message>
            <source>All severities</source>
            <translation>All severities</translation>
        </message>
        <message>
            <source>Warnings and errors</source>
            <translation>Warnings and errors</translation>
        </message>
        <message>
            <source>Errors</source>
            <translation>Errors</translation>
        </message>
        <message>
            <source>Severity</source>
            <translation>Severity</translation>
        </message>
        <message>
            <source>Selected object only</source>
            <translation>Selected object only</translation>
        </message>
        <message>
            <source>Events</source>
            <translation>Events</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Export…</translation>
        </message>
        <message>
            <source>Write the events that are shown as a table for other programs (CSV).</source>
            <translation>Write the events that are shown as a table for other programs (CSV).</translation>
        </message>
        <message>
            <source>Double-click an event to go to its moment.</source>
            <translation>Double-click an event to go to its moment.</translation>
        </message>
        <message>
            <source>No events to show.</source>
            <translation>No events to show.</translation>
        </message>
    </context>
    <context>
        <name>Export</name>
        <message>
            <source>Export</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>{file} could not be written: {reason}. Choose another place.</source>
            <translation>{file} could not be written: {reason}. Choose another place.</translation>
        </message>
    </context>
    <context>
        <name>ExportController</name>
        <message>
            <source>&amp;Export</source>
            <translation>&amp;Export</translation>
        </message>
        <message>
            <source>Run as &amp;web page…</source>
            <translation>Run as &amp;web page…</translation>
        </message>
        <message>
            <source>&amp;Picture of the topology…</source>
            <translation>&amp;Picture of the topology…</translation>
        </message>
        <message>
            <source>Picture of the wi&amp;ndow…</source>
            <translation>Picture of the wi&amp;ndow…</translation>
        </message>
        <message>
            <source>&amp;Animation of the run…</source>
            <translation>&amp;Animation of the run…</translation>
        </message>
        <message>
            <source>Work&amp;sheet of the lesson…</source>
            <translation>Work&amp;sheet of the lesson…</translation>
        </message>
        <message>
            <source>Run as web page</source>
            <translation>Run as web page</translation>
        </message>
        <message>
            <source>Web pages (*.html)</source>
            <translation>Web pages (*.html)</translation>
        </message>
        <message>
            <source>The page is being written…</source>
            <translation>The page is being written…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Open a lesson first: its worksheet can be written then.</source>
            <translation>Open a lesson first: its worksheet can be written then.</translation>
        </message>
        <message>
            <source>Worksheet of the lesson</source>
            <translation>Worksheet of the lesson</translation>
        </message>
        <message>
            <source>Vector graphics (*.svg)</source>
            <translation>Vector graphics (*.svg)</translation>
        </message>
        <message>
            <source>Pictures (*.png)</source>
            <translation>Pictures (*.png)</translation>
        </message>
        <message>
            <source>Picture of the topology</source>
            <translation>Picture of the topology</translation>
        </message>
        <message>
            <source>Picture of the window</source>
            <translation>Picture of the window</translation>
        </message>
        <message>
            <source>{lab} · {time} · simulated by the rules of {profile}</source>
            <translation>{lab} · {time} · simulated by the rules of {profile}</translation>
        </message>
        <message>
            <source>There is nothing to film yet: play the run first.</source>
            <translation>There is nothing to film yet: play the run first.</translation>
        </message>
        <message>
            <source>WebP animations (*.webp)</source>
            <translation>WebP animations (*.webp)</translation>
        </message>
        <message>
            <source>GIF animations (*.gif)</source>
            <translation>GIF animations (*.gif)</translation>
        </message>
        <message>
            <source>Animation of the run</source>
            <translation>Animation of the run</translation>
        </message>
        <message>
            <source>Written: {file} ({size})</source>
            <translation>Written: {file} ({size})</translation>
        </message>
        <message>
            <source>{file} could not be written: {reason}. Choose another place.</source>
            <translation>{file} could not be written: {reason}. Choose another place.</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Export</translation>
        </message>
    </context>
    <context>
        <name>Facts</name>
        <message>
            <source>The export does not have this object; all its values are assumed.</source>
            <translation>The export does not have this object; all its values are assumed.</translation>
        </message>
        <message>
            <source>Assumed by the import</source>
            <translation>Assumed by the import</translation>
        </message>
        <message>
            <source>Connection</source>
            <translation>Connection</translation>
        </message>
        <message>
            <source>Power state</source>
            <translation>Power state</translation>
        </message>
        <message>
            <source>Maintenance</source>
            <translation>Maintenance</translation>
        </message>
        <message>
            <source>Cluster</source>
            <translation>Cluster</translation>
        </message>
        <message>
            <source>Datacenter</source>
            <translation>Datacenter</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>Version</translation>
        </message>
        <message>
            <source>Host</source>
            <translation>Host</translation>
        </message>
        <message>
            <source>{used} of {capacity}</source>
            <translation>{used} of {capacity}</translation>
        </message>
        <message>
            <source>Capacity and usage (configured)</source>
            <translation>Capacity and usage (configured)</translation>
        </message>
        <message>
            <source>CPU</source>
            <translation>CPU</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>Memory</translation>
        </message>
        <message>
            <source>{sockets} sockets, {cores} cores at {mhz} MHz</source>
            <translation>{sockets} sockets, {cores} cores at {mhz} MHz</translation>
        </message>
        <message>
            <source>Hardware</source>
            <translation>Hardware</translation>
        </message>
        <message>
            <source>Processor</source>
            <translation>Processor</translation>
        </message>
        <message>
            <source>Logical processors</source>
            <translation>Logical processors</translation>
        </message>
        <message>
            <source>Highest EVC mode</source>
            <translation>Highest EVC mode</translation>
        </message>
        <message>
            <source>VMkernel adapters</source>
            <translation>VMkernel adapters</translation>
        </message>
        <message>
            <source> (guessed)</source>
            <translation> (guessed)</translation>
        </message>
        <message>
            <source>Management</source>
            <translation>Management</translation>
        </message>
        <message>
            <source>Provisioning</source>
            <translation>Provisioning</translation>
        </message>
        <message>
            <source>Fault Tolerance logging</source>
            <translation>Fault Tolerance logging</translation>
        </message>
        <message>
            <source>down</source>
            <translation>down</translation>
        </message>
        <message>
            <source>Physical adapters</source>
            <translation>Physical adapters</translation>
        </message>
        <message>
            <source>{free} free</source>
            <translation>{free} free</translation>
        </message>
        <message>
            <source>Datastores</source>
            <translation>Datastores</translation>
        </message>
        <message>
            <source>Virtual machines ({count})</source>
            <translation>Virtual machines ({count})</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>and {count} more</translation>
        </message>
        <message>
            <source>Manual</source>
            <translation>Manual</translation>
        </message>
        <message>
            <source>Partially Automated</source>
            <translation>Partially Automated</translation>
        </message>
        <message>
            <source>Fully Automated</source>
            <translation>Fully Automated</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>Off</translation>
        </message>
        <message>
            <source>tolerates {count} failed hosts</source>
            <translation>tolerates {count} failed hosts</translation>
        </message>
        <message>
            <source>On</source>
            <translation>On</translation>
        </message>
        <message>
            <source>Migration threshold</source>
            <translation>Migration threshold</translation>
        </message>
        <message>
            <source>Admission control</source>
            <translation>Admission control</translation>
        </message>
        <message>
            <source>EVC mode</source>
            <translation>EVC mode</translation>
        </message>
        <message>
            <source>Keep Virtual Machines Together</source>
            <translation>Keep Virtual Machines Together</translation>
        </message>
        <message>
            <source>Separate Virtual Machines</source>
            <translation>Separate Virtual Machines</translation>
        </message>
        <message>
            <source>Must run on hosts</source>
            <translation>Must run on hosts</translation>
        </message>
        <message>
            <source>Should run on hosts</source>
            <translation>Should run on hosts</translation>
        </message>
        <message>
            <source>Must not run on hosts</source>
            <translation>Must not run on hosts</translation>
        </message>
        <message>
            <source>Should not run on hosts</source>
            <translation>Should not run on hosts</translation>
        </message>
        <message>
            <source>No rules.</source>
            <translation>No rules.</translation>
        </message>
        <message>
            <source>Rules</source>
            <translation>Rules</translation>
        </message>
        <message>
            <source>Hosts ({count})</source>
            <translation>Hosts ({count})</translation>
        </message>
        <message>
            <source>{count} VMs</source>
            <translation>{count} VMs</translation>
        </message>
        <message>
            <source>Datastore</source>
            <translation>Datastore</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>Type</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Space</translation>
        </message>
        <message>
            <source>Space threshold</source>
            <translation>Space threshold</translation>
        </message>
        <message>
            <source>Free</source>
            <translation>Free</translation>
        </message>
        <message>
            <source>Datastores ({count})</source>
            <translation>Datastores ({count})</translation>
        </message>
        <message>
            <source>Datastore cluster</source>
            <translation>Datastore cluster</translation>
        </message>
        <message>
            <source>Reads up to</source>
            <translation>Reads up to</translation>
        </message>
        <message>
            <source>Writes up to</source>
            <translation>Writes up to</translation>
        </message>
        <message>
            <source>VMs with disks here</source>
            <translation>VMs with disks here</translation>
        </message>
        <message>
            <source>Subnet</source>
            <translation>Subnet</translation>
        </message>
        <message>
            <source>Prefix</source>
            <translation>Prefix</translation>
        </message>
        <message>
            <source>Gateway</source>
            <translation>Gateway</translation>
        </message>
        <message>
            <source>none</source>
            <translation>none</translation>
        </message>
        <message>
            <source>Port groups</source>
            <translation>Port groups</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>Up</translation>
        </message>
        <message>
            <source>Between</source>
            <translation>Between</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Bandwidth</source>
            <translation>Bandwidth</translation>
        </message>
        <message>
            <source>Round-trip time</source>
            <translation>Round-trip time</translation>
        </message>
        <message>
            <source>Packet loss</source>
            <translation>Packet loss</translation>
        </message>
        <message>
            <source>Network link</source>
            <translation>Network link</translation>
        </message>
        <message>
            <source>Switch</source>
            <translation>Switch</translation>
        </message>
        <message>
            <source>Port group</source>
            <translation>Port group</translation>
        </message>
        <message>
            <source>Virtual machines</source>
            <translation>Virtual machines</translation>
        </message>
        <message>
            <source>Distributed switch</source>
            <translation>Distributed switch</translation>
        </message>
        <message>
            <source>Standard switch</source>
            <translation>Standard switch</translation>
        </message>
        <message>
            <source>Ports</source>
            <translation>Ports</translation>
        </message>
        <message>
            <source>SSO domain</source>
            <translation>SSO domain</translation>
        </message>
        <message>
            <source>Hosts</source>
            <translation>Hosts</translation>
        </message>
        <message>
            <source>Workload</source>
            <translation>Workload</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Notes</translation>
        </message>
        <message>
            <source>Resource pool</source>
            <translation>Resource pool</translation>
        </message>
        <message>
            <source>Configuration</source>
            <translation>Configuration</translation>
        </message>
        <message>
            <source>Guest OS</source>
            <translation>Guest OS</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>Running</translation>
        </message>
        <message>
            <source>Not running</source>
            <translation>Not running</translation>
        </message>
        <message>
            <source>VMware Tools</source>
            <translation>VMware Tools</translation>
        </message>
        <message>
            <source>Pending question</source>
            <translation>Pending question</translation>
        </message>
        <message>
            <source>vCPUs</source>
            <translation>vCPUs</translation>
        </message>
        <message>
            <source>Hardware version</source>
            <translation>Hardware version</translation>
        </message>
        <message>
            <source>Firmware</source>
            <translation>Firmware</translation>
        </message>
        <message>
            <source>Memory ever written</source>
            <translation>Memory ever written</translation>
        </message>
        <message>
            <source>Memory reservation</source>
            <translation>Memory reservation</translation>
        </message>
        <message>
            <source>CPU reservation</source>
            <translation>CPU reservation</translation>
        </message>
        <message>
            <source>Needs EVC mode</source>
            <translation>Needs EVC mode</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Yes</translation>
        </message>
        <message>
            <source>Encrypted</source>
            <translation>Encrypted</translation>
        </message>
        <message>
            <source>Fault Tolerance</source>
            <translation>Fault Tolerance</translation>
        </message>
        <message>
            <source>Latency sensitivity high</source>
            <translation>Latency sensitivity high</translation>
        </message>
        <message>
            <source>Linked clone</source>
            <translation>Linked clone</translation>
        </message>
        <message>
            <source>{used} of {capacity} used</source>
            <translation>{used} of {capacity} used</translation>
        </message>
        <message>
            <source>thin</source>
            <translation>thin</translation>
        </message>
        <message>
            <source>thick</source>
            <translation>thick</translation>
        </message>
        <message>
            <source>Virtual disks</source>
            <translation>Virtual disks</translation>
        </message>
        <message>
            <source>not connected</source>
            <translation>not connected</translation>
        </message>
        <message>
            <source>Networks</source>
            <translation>Networks</translation>
        </message>
        <message>
            <source>connected</source>
            <translation>connected</translation>
        </message>
        <message>
            <source>with memory</source>
            <translation>with memory</translation>
        </message>
        <message>
            <source>Snapshot</source>
            <translation>Snapshot</translation>
        </message>
        <message>
            <source>Devices and snapshots</source>
            <translation>Devices and snapshots</translation>
        </message>
    </context>
    <context>
        <name>Faults</name>
        <message>
            <source>vMotion network lost</source>
            <translation>vMotion network lost</translation>
        </message>
        <message>
            <source>Host failed</source>
            <translation>Host failed</translation>
        </message>
        <message>
            <source>Link failed</source>
            <translation>Link failed</translation>
        </message>
        <message>
            <source>Datastore full</source>
            <translation>Datastore full</translation>
        </message>
        <message>
            <source>Next switchover stalls</source>
            <translation>Next switchover stalls</translation>
        </message>
        <message>
            <source>Destination cannot resume the VM</source>
            <translation>Destination cannot resume the VM</translation>
        </message>
    </context>
    <context>
        <name>Figures</name>
        <message>
            <source>Passes</source>
            <translation>Passes</translation>
        </message>
        <message>
            <source>Total time</source>
            <translation>Total time</translation>
        </message>
        <message>
            <source>Downtime</source>
            <translation>Downtime</translation>
        </message>
        <message>
            <source>Data sent</source>
            <translation>Data sent</translation>
        </message>
        <message>
            <source>Formula</source>
            <translation>Formula</translation>
        </message>
        <message>
            <source>Simulated</source>
            <translation>Simulated</translation>
        </message>
        <message>
            <source>The textbook: each pass sends what turned dirty in the one before, V(i+1) = min(W, D · V(i) / R), until the rest fits the switchover goal. It counts every write as a page of its own.</source>
            <translation>The textbook: each pass sends what turned dirty in the one before, V(i+1) = min(W, D · V(i) / R), until the rest fits the switchover goal. It counts every write as a page of its own.</translation>
        </message>
        <message>
            <source>The engine, run ahead from now: page by page, with all that shares the way.</source>
            <translation>The engine, run ahead from now: page by page, with all that shares the way.</translation>
        </message>
        <message>
            <source>✕ There is no vMotion network between the hosts.</source>
            <translation>✕ There is no vMotion network between the hosts.</translation>
        </message>
        <message>
            <source>⚠ The guest dirties {share} of what is copied in the same time: SDPS slows it.</source>
            <translation>⚠ The guest dirties {share} of what is copied in the same time: SDPS slows it.</translation>
        </message>
        <message>
            <source>⚠ The guest dirties {share} of what is copied in the same time: it does not converge.</source>
            <translation>⚠ The guest dirties {share} of what is copied in the same time: it does not converge.</translation>
        </message>
        <message>
            <source>✓ The guest dirties {share} of what is copied in the same time: it converges.</source>
            <translation>✓ The guest dirties {share} of what is copied in the same time: it converges.</translation>
        </message>
        <message>
            <source>fails</source>
            <translation>fails</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>cancelled</translation>
        </message>
        <message>
            <source>no end in sight</source>
            <translation>no end in sight</translation>
        </message>
    </context>
    <context>
        <name>FileController</name>
        <message>
            <source>New lab</source>
            <translation>New lab</translation>
        </message>
        <message>
            <source>Open lab</source>
            <translation>Open lab</translation>
        </message>
        <message>
            <source>Labs (*.json)</source>
            <translation>Labs (*.json)</translation>
        </message>
        <message>
            <source>Checking {name}…</source>
            <translation>Checking {name}…</translation>
        </message>
        <message>
            <source>The lab was brought back.</source>
            <translation>The lab was brought back.</translation>
        </message>
        <message>
            <source>RVTools exports (*.xlsx *.csv);;All files (*)</source>
            <translation>RVTools exports (*.xlsx *.csv);;All files (*)</translation>
        </message>
        <message>
            <source>Import RVTools export</source>
            <translation>Import RVTools export</translation>
        </message>
        <message>
            <source>Importing {name}…</source>
            <translation>Importing {name}…</translation>
        </message>
        <message>
            <source>Saved {name}.</source>
            <translation>Saved {name}.</translation>
        </message>
    </context>
    <context>
        <name>Files</name>
        <message>
            <source>Unsaved changes</source>
            <translation>Unsaved changes</translation>
        </message>
        <message>
            <source>Save the changes to {name}?</source>
            <translation>Save the changes to {name}?</translation>
        </message>
        <message>
            <source>They are lost if you do not save them.</source>
            <translation>They are lost if you do not save them.</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Discard</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Save lab as</source>
            <translation>Save lab as</translation>
        </message>
        <message>
            <source>Labs (*.json)</source>
            <translation>Labs (*.json)</translation>
        </message>
        <message>
            <source>Recover work</source>
            <translation>Recover work</translation>
        </message>
        <message>
            <source>The program did not end properly last time.</source>
            <translation>The program did not end properly last time.</translation>
        </message>
        <message>
            <source>The lab can be brought back as it was at most a second before.</source>
            <translation>The lab can be brought back as it was at most a second before.</translation>
        </message>
        <message>
            <source>There are {count} such labs; the latest one is offered first.</source>
            <translation>There are {count} such labs; the latest one is offered first.</translation>
        </message>
        <message>
            <source>Recover</source>
            <translation>Recover</translation>
        </message>
        <message>
            <source>Throw away</source>
            <translation>Throw away</translation>
        </message>
        <message>
            <source>The lab cannot be opened</source>
            <translation>The lab cannot be opened</translation>
        </message>
        <message>
            <source>{name} has a problem:</source>
            <translation>{name} has a problem:</translation>
        </message>
        <message>
            <source>{name} has {count} problems:</source>
            <translation>{name} has {count} problems:</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>What was found, and what is allowed</source>
            <translation>What was found, and what is allowed</translation>
        </message>
    </context>
    <context>
        <name>Film</name>
        <message>
            <source>The run is being filmed…</source>
            <translation>The run is being filmed…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>The animation is being written…</source>
            <translation>The animation is being written…</translation>
        </message>
    </context>
    <context>
        <name>FilmDialog</name>
        <message>
            <source>Animation of the run</source>
            <translation>Animation of the run</translation>
        </message>
        <message>
            <source>The topology as it is shown now, from {start} to {end} of simulated time.</source>
            <translation>The topology as it is shown now, from {start} to {end} of simulated time.</translation>
        </message>
        <message>
            <source>Choose a file…</source>
            <translation>Choose a file…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>&amp;Length of the animation</source>
            <translation>&amp;Length of the animation</translation>
        </message>
        <message>
            <source>&amp;Size in pixels</source>
            <translation>&amp;Size in pixels</translation>
        </message>
    </context>
    <context>
        <name>FirstOffer</name>
        <message>
            <source>New here? The first lesson shows a vMotion in {n} minutes.</source>
            <translation>New here? The first lesson shows a vMotion in {n} minutes.</translation>
        </message>
        <message>
            <source>Start the first lesson</source>
            <translation>Start the first lesson</translation>
        </message>
        <message>
            <source>All lessons…</source>
            <translation>All lessons…</translation>
        </message>
        <message>
            <source>Do not offer it again</source>
            <translation>Do not offer it again</translation>
        </message>
        <message>
            <source>For beginners</source>
            <translation>For beginners</translation>
        </message>
    </context>
    <context>
        <name>ForkDialog</name>
        <message>
            <source>&amp;Run again</source>
            <translation>&amp;Run again</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Change one thing for {vm}</source>
            <translation>Change one thing for {vm}</translation>
        </message>
        <message>
            <source>From the &amp;moment that is shown</source>
            <translation>From the &amp;moment that is shown</translation>
        </message>
        <message>
            <source>From its &amp;beginning</source>
            <translation>From its &amp;beginning</translation>
        </message>
        <message>
            <source>What has been played stays as it is. A branch begins with this change; all that was asked for later is asked for again, and both futures are drawn on one chart.</source>
            <translation>What has been played stays as it is. A branch begins with this change; all that was asked for later is asked for again, and both futures are drawn on one chart.</translation>
        </message>
        <message>
            <source>&amp;Change</source>
            <translation>&amp;Change</translation>
        </message>
        <message>
            <source>now {value}</source>
            <translation>now {value}</translation>
        </message>
    </context>
    <context>
        <name>FuturesController</name>
        <message>
            <source>&amp;Fork from this moment…</source>
            <translation>&amp;Fork from this moment…</translation>
        </message>
        <message>
            <source>F&amp;utures on one chart…</source>
            <translation>F&amp;utures on one chart…</translation>
        </message>
        <message>
            <source>Start a migration, and go to the moment from which it is to be otherwise.</source>
            <translation>Start a migration, and go to the moment from which it is to be otherwise.</translation>
        </message>
        <message>
            <source>That cannot be changed at this moment.</source>
            <translation>That cannot be changed at this moment.</translation>
        </message>
        <message>
            <source>Start a migration first: only then has it a future.</source>
            <translation>Start a migration first: only then has it a future.</translation>
        </message>
    </context>
    <context>
        <name>FuturesWindow</name>
        <message>
            <source>This migration has one future. Choose a moment and fork from it (Shift+F) for another.</source>
            <translation>This migration has one future. Choose a moment and fork from it (Shift+F) for another.</translation>
        </message>
        <message>
            <source>{count} futures; the newest begins at {time}. ✓ marks the branch that the window shows.</source>
            <translation>{count} futures; the newest begins at {time}. ✓ marks the branch that the window shows.</translation>
        </message>
        <message>
            <source>Futures of {vm}</source>
            <translation>Futures of {vm}</translation>
        </message>
        <message>
            <source>Show the &amp;other branch</source>
            <translation>Show the &amp;other branch</translation>
        </message>
        <message>
            <source>The whole window goes over to the next of these branches</source>
            <translation>The whole window goes over to the next of these branches</translation>
        </message>
    </context>
    <context>
        <name>Gallery</name>
        <message>
            <source>Lessons</source>
            <translation>Lessons</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Start</translation>
        </message>
        <message>
            <source>Open a lesson file…</source>
            <translation>Open a lesson file…</translation>
        </message>
        <message>
            <source>Lessons and labs</source>
            <translation>Lessons and labs</translation>
        </message>
        <message>
            <source>Progress in the lesson</source>
            <translation>Progress in the lesson</translation>
        </message>
        <message>
            <source>Choose a folder…</source>
            <translation>Choose a folder…</translation>
        </message>
        <message>
            <source>Lessons and labs of this folder appear here, too.</source>
            <translation>Lessons and labs of this folder appear here, too.</translation>
        </message>
        <message>
            <source>Your folder: {folder}</source>
            <translation>Your folder: {folder}</translation>
        </message>
        <message>
            <source>yours</source>
            <translation>yours</translation>
        </message>
        <message>
            <source>{hosts} hosts, {vms} virtual machines</source>
            <translation>{hosts} hosts, {vms} virtual machines</translation>
        </message>
        <message>
            <source>Lab</source>
            <translation>Lab</translation>
        </message>
        <message>
            <source>Cannot be used</source>
            <translation>Cannot be used</translation>
        </message>
        <message>
            <source>{n} min</source>
            <translation>{n} min</translation>
        </message>
        <message>
            <source>✓ done</source>
            <translation>✓ done</translation>
        </message>
        <message>
            <source>step {n} of {all}</source>
            <translation>step {n} of {all}</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Sources</translation>
        </message>
    </context>
    <context>
        <name>GanttView</name>
        <message>
            <source>Migrations in time</source>
            <translation>Migrations in time</translation>
        </message>
        <message>
            <source>{vm} to {host}</source>
            <translation>{vm} to {host}</translation>
        </message>
        <message>
            <source>{vm} begins when the bar to its left has ended</source>
            <translation>{vm} begins when the bar to its left has ended</translation>
        </message>
    </context>
    <context>
        <name>Ghost</name>
        <message>
            <source>{name} and {count} more</source>
            <translation>{name} and {count} more</translation>
        </message>
    </context>
    <context>
        <name>Glossary</name>
        <message>
            <source>F1: glossary</source>
            <translation>F1: glossary</translation>
        </message>
    </context>
    <context>
        <name>GlossaryWindow</name>
        <message>
            <source>English word</source>
            <translation>English word</translation>
        </message>
        <message>
            <source>German word</source>
            <translation>German word</translation>
        </message>
        <message>
            <source>Glossary</source>
            <translation>Glossary</translation>
        </message>
        <message>
            <source>Filter in both languages</source>
            <translation>Filter in both languages</translation>
        </message>
        <message>
            <source>Terms</source>
            <translation>Terms</translation>
        </message>
        <message>
            <source>Also: {words}</source>
            <translation>Also: {words}</translation>
        </message>
        <message>
            <source>See also:</source>
            <translation>See also:</translation>
        </message>
    </context>
    <context>
        <name>GoalStrip</name>
        <message>
            <source>Goal</source>
            <translation>Goal</translation>
        </message>
        <message>
            <source>Hint</source>
            <translation>Hint</translation>
        </message>
        <message>
            <source>Again</source>
            <translation>Again</translation>
        </message>
        <message>
            <source>The same situation from its beginning.</source>
            <translation>The same situation from its beginning.</translation>
        </message>
        <message>
            <source>Close goal</source>
            <translation>Close goal</translation>
        </message>
        <message>
            <source>The estate stays open; only the goal goes.</source>
            <translation>The estate stays open; only the goal goes.</translation>
        </message>
        <message>
            <source>Reached.</source>
            <translation>Reached.</translation>
        </message>
    </context>
    <context>
        <name>HaDialog</name>
        <message>
            <source>HA settings of {cluster}</source>
            <translation>HA settings of {cluster}</translation>
        </message>
        <message>
            <source>HA restarts virtual machines when a host fails</source>
            <translation>HA restarts virtual machines when a host fails</translation>
        </message>
        <message>
            <source>Admission control keeps room for failed hosts</source>
            <translation>Admission control keeps room for failed hosts</translation>
        </message>
        <message>
            <source>Slot policy</source>
            <translation>Slot policy</translation>
        </message>
        <message>
            <source>Cluster resource percentage</source>
            <translation>Cluster resource percentage</translation>
        </message>
        <message>
            <source>Dedicated failover hosts</source>
            <translation>Dedicated failover hosts</translation>
        </message>
        <message>
            <source>As much as the largest hosts have</source>
            <translation>As much as the largest hosts have</translation>
        </message>
        <message>
            <source>&amp;Policy:</source>
            <translation>&amp;Policy:</translation>
        </message>
        <message>
            <source>Host &amp;failures to tolerate:</source>
            <translation>Host &amp;failures to tolerate:</translation>
        </message>
        <message>
            <source>&amp;CPU kept free:</source>
            <translation>&amp;CPU kept free:</translation>
        </message>
        <message>
            <source>&amp;Memory kept free:</source>
            <translation>&amp;Memory kept free:</translation>
        </message>
        <message>
            <source>&amp;Dedicated hosts:</source>
            <translation>&amp;Dedicated hosts:</translation>
        </message>
    </context>
    <context>
        <name>HostActions</name>
        <message>
            <source>Put down here (Ctrl+V)</source>
            <translation>Put down here (Ctrl+V)</translation>
        </message>
        <message>
            <source>Nothing is picked up.</source>
            <translation>Nothing is picked up.</translation>
        </message>
        <message>
            <source>Maintenance Mode</source>
            <translation>Maintenance Mode</translation>
        </message>
        <message>
            <source>Connection</source>
            <translation>Connection</translation>
        </message>
        <message>
            <source>Inject fault</source>
            <translation>Inject fault</translation>
        </message>
        <message>
            <source>Its powered-on VMs leave for other hosts first.</source>
            <translation>Its powered-on VMs leave for other hosts first.</translation>
        </message>
        <message>
            <source>Plan Maintenance…</source>
            <translation>Plan Maintenance…</translation>
        </message>
        <message>
            <source>Where every VM would go, how long it takes, what stands against it; then run or export it.</source>
            <translation>Where every VM would go, how long it takes, what stands against it; then run or export it.</translation>
        </message>
        <message>
            <source>Enter Maintenance Mode…</source>
            <translation>Enter Maintenance Mode…</translation>
        </message>
        <message>
            <source>Cancel entering maintenance mode</source>
            <translation>Cancel entering maintenance mode</translation>
        </message>
        <message>
            <source>The host is not entering maintenance mode.</source>
            <translation>The host is not entering maintenance mode.</translation>
        </message>
        <message>
            <source>The host is in maintenance mode.</source>
            <translation>The host is in maintenance mode.</translation>
        </message>
        <message>
            <source>The host is not in maintenance mode.</source>
            <translation>The host is not in maintenance mode.</translation>
        </message>
        <message>
            <source>Exit Maintenance Mode</source>
            <translation>Exit Maintenance Mode</translation>
        </message>
        <message>
            <source>The host is connected.</source>
            <translation>The host is connected.</translation>
        </message>
        <message>
            <source>The host is not connected.</source>
            <translation>The host is not connected.</translation>
        </message>
        <message>
            <source>The host is entering maintenance mode already.</source>
            <translation>The host is entering maintenance mode already.</translation>
        </message>
        <message>
            <source>The host is still entering: cancel that instead.</source>
            <translation>The host is still entering: cancel that instead.</translation>
        </message>
        <message>
            <source>Connect</source>
            <translation>Connect</translation>
        </message>
        <message>
            <source>Disconnect</source>
            <translation>Disconnect</translation>
        </message>
    </context>
    <context>
        <name>HostTaskDialog</name>
        <message>
            <source>Progress</source>
            <translation>Progress</translation>
        </message>
        <message>
            <source>No virtual machine is in the way.</source>
            <translation>No virtual machine is in the way.</translation>
        </message>
        <message>
            <source>&amp;Apply Recommendations</source>
            <translation>&amp;Apply Recommendations</translation>
        </message>
        <message>
            <source>&amp;Cancel Task</source>
            <translation>&amp;Cancel Task</translation>
        </message>
        <message>
            <source>C&amp;ures…</source>
            <translation>C&amp;ures…</translation>
        </message>
        <message>
            <source>Changes of the estate that would let the chosen virtual machine leave.</source>
            <translation>Changes of the estate that would let the chosen virtual machine leave.</translation>
        </message>
        <message>
            <source>Virtual Machine</source>
            <translation>Virtual Machine</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>What to do</translation>
        </message>
        <message>
            <source>Virtual machines that are still there</source>
            <translation>Virtual machines that are still there</translation>
        </message>
    </context>
    <context>
        <name>HostTasks</name>
        <message>
            <source>Enter maintenance mode</source>
            <translation>Enter maintenance mode</translation>
        </message>
        <message>
            <source>Exit maintenance mode</source>
            <translation>Exit maintenance mode</translation>
        </message>
        <message>
            <source>Completed</source>
            <translation>Completed</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Failed</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>Cancelled</translation>
        </message>
        <message>
            <source>Waits for you</source>
            <translation>Waits for you</translation>
        </message>
        <message>
            <source>Migrating vSAN data</source>
            <translation>Migrating vSAN data</translation>
        </message>
        <message>
            <source>Migrating VMs</source>
            <translation>Migrating VMs</translation>
        </message>
        <message>
            <source>Migrating</source>
            <translation>Migrating</translation>
        </message>
        <message>
            <source>Recommended</source>
            <translation>Recommended</translation>
        </message>
        <message>
            <source>Blocked</source>
            <translation>Blocked</translation>
        </message>
        <message>
            <source>No files come back by themselves.</source>
            <translation>No files come back by themselves.</translation>
        </message>
        <message>
            <source>No virtual machine comes back by itself.</source>
            <translation>No virtual machine comes back by itself.</translation>
        </message>
        <message>
            <source>{left} of {leaving} VMs have left</source>
            <translation>{left} of {leaving} VMs have left</translation>
        </message>
        <message>
            <source>{moved} of {total} of vSAN data moved</source>
            <translation>{moved} of {total} of vSAN data moved</translation>
        </message>
        <message>
            <source>{count} on their way</source>
            <translation>{count} on their way</translation>
        </message>
        <message>
            <source>{count} recommended migrations to apply</source>
            <translation>{count} recommended migrations to apply</translation>
        </message>
        <message>
            <source>{count} blocked</source>
            <translation>{count} blocked</translation>
        </message>
        <message>
            <source>Double-click: each virtual machine with its reason and what to do.</source>
            <translation>Double-click: each virtual machine with its reason and what to do.</translation>
        </message>
        <message>
            <source>Apply</source>
            <translation>Apply</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
    </context>
    <context>
        <name>HostsPage</name>
        <message>
            <source>Host</source>
            <translation>Host</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Powered-on VMs</source>
            <translation>Powered-on VMs</translation>
        </message>
        <message>
            <source>VMs</source>
            <translation>VMs</translation>
        </message>
        <message>
            <source>Hosts to empty</source>
            <translation>Hosts to empty</translation>
        </message>
        <message>
            <source>Least time</source>
            <translation>Least time</translation>
        </message>
        <message>
            <source>Least downtime of all VMs together</source>
            <translation>Least downtime of all VMs together</translation>
        </message>
        <message>
            <source>Best balance afterwards</source>
            <translation>Best balance afterwards</translation>
        </message>
        <message>
            <source>Fewest migrations</source>
            <translation>Fewest migrations</translation>
        </message>
        <message>
            <source>VMs that are powered off leave, too</source>
            <translation>VMs that are powered off leave, too</translation>
        </message>
        <message>
            <source>VMs on local storage may move with their disks</source>
            <translation>VMs on local storage may move with their disks</translation>
        </message>
        <message>
            <source>VMs may leave their cluster</source>
            <translation>VMs may leave their cluster</translation>
        </message>
        <message>
            <source>Maintenance window:</source>
            <translation>Maintenance window:</translation>
        </message>
        <message>
            <source>Window begins</source>
            <translation>Window begins</translation>
        </message>
        <message>
            <source>Window ends</source>
            <translation>Window ends</translation>
        </message>
        <message>
            <source>Plan for:</source>
            <translation>Plan for:</translation>
        </message>
        <message>
            <source>vSAN data:</source>
            <translation>vSAN data:</translation>
        </message>
        <message>
            <source>Stand-alone hosts</source>
            <translation>Stand-alone hosts</translation>
        </message>
    </context>
    <context>
        <name>HypervisorMenu</name>
        <message>
            <source>&amp;Hypervisor</source>
            <translation>&amp;Hypervisor</translation>
        </message>
        <message>
            <source>Play all that was asked for in this lab once more from its beginning, by these rules</source>
            <translation>Play all that was asked for in this lab once more from its beginning, by these rules</translation>
        </message>
    </context>
    <context>
        <name>ImportReportDialog</name>
        <message>
            <source>Import report</source>
            <translation>Import report</translation>
        </message>
        <message>
            <source>This lab carries no report of its import.</source>
            <translation>This lab carries no report of its import.</translation>
        </message>
        <message>
            <source>vMotion adapters ({count})</source>
            <translation>vMotion adapters ({count})</translation>
        </message>
        <message>
            <source>Assumptions and warnings</source>
            <translation>Assumptions and warnings</translation>
        </message>
        <message>
            <source>Missing and unreadable</source>
            <translation>Missing and unreadable</translation>
        </message>
        <message>
            <source>Open the lab</source>
            <translation>Open the lab</translation>
        </message>
        <message>
            <source>Confirm</source>
            <translation>Confirm</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Later</translation>
        </message>
        <message>
            <source>The export does not tell which adapters carry vMotion. These were guessed: keep the check marks where the guess is right.</source>
            <translation>The export does not tell which adapters carry vMotion. These were guessed: keep the check marks where the guess is right.</translation>
        </message>
        <message>
            <source>vMotion</source>
            <translation>vMotion</translation>
        </message>
        <message>
            <source>Host</source>
            <translation>Host</translation>
        </message>
        <message>
            <source>Adapter</source>
            <translation>Adapter</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>Port group</source>
            <translation>Port group</translation>
        </message>
        <message>
            <source>What was done</source>
            <translation>What was done</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>Assumed or guessed</source>
            <translation>Assumed or guessed</translation>
        </message>
        <message>
            <source>Warnings</source>
            <translation>Warnings</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>Left out</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>and {count} more</translation>
        </message>
        <message>
            <source>What is missing or cannot be read</source>
            <translation>What is missing or cannot be read</translation>
        </message>
        <message>
            <source>Nothing is missing.</source>
            <translation>Nothing is missing.</translation>
        </message>
    </context>
    <context>
        <name>ImportReports</name>
        <message>
            <source>confirmation of vMotion adapters</source>
            <translation>confirmation of vMotion adapters</translation>
        </message>
    </context>
    <context>
        <name>InventoryPane</name>
        <message>
            <source>Hosts and Clusters</source>
            <translation>Hosts and Clusters</translation>
        </message>
        <message>
            <source>VMs and Templates</source>
            <translation>VMs and Templates</translation>
        </message>
        <message>
            <source>Storage</source>
            <translation>Storage</translation>
        </message>
        <message>
            <source>Networking</source>
            <translation>Networking</translation>
        </message>
        <message>
            <source>{view} (Ctrl+{number})</source>
            <translation>{view} (Ctrl+{number})</translation>
        </message>
        <message>
            <source>Filter by name or address</source>
            <translation>Filter by name or address</translation>
        </message>
        <message>
            <source>Filter the inventory</source>
            <translation>Filter the inventory</translation>
        </message>
    </context>
    <context>
        <name>Issues</name>
        <message>
            <source>Injected fault: {fault}</source>
            <translation>Injected fault: {fault}</translation>
        </message>
        <message>
            <source>Repair it with the object's menu, Inject fault.</source>
            <translation>Repair it with the object's menu, Inject fault.</translation>
        </message>
        <message>
            <source>{name} is {state}.</source>
            <translation>{name} is {state}.</translation>
        </message>
        <message>
            <source>Some values of {name} were assumed by the import.</source>
            <translation>Some values of {name} were assumed by the import.</translation>
        </message>
        <message>
            <source>{name} is {percent} % full.</source>
            <translation>{name} is {percent} % full.</translation>
        </message>
        <message>
            <source>Move disks to another datastore.</source>
            <translation>Move disks to another datastore.</translation>
        </message>
        <message>
            <source>No VMkernel adapter of {name} is enabled for vMotion.</source>
            <translation>No VMkernel adapter of {name} is enabled for vMotion.</translation>
        </message>
        <message>
            <source>Enable vMotion on an adapter.</source>
            <translation>Enable vMotion on an adapter.</translation>
        </message>
        <message>
            <source>The link of {nic} of {name} is down.</source>
            <translation>The link of {nic} of {name} is down.</translation>
        </message>
        <message>
            <source>{name} waits for an answer: {question}</source>
            <translation>{name} waits for an answer: {question}</translation>
        </message>
        <message>
            <source>VMware Tools does not run in {name}.</source>
            <translation>VMware Tools does not run in {name}.</translation>
        </message>
        <message>
            <source>Rule “{rule}” is violated.</source>
            <translation>Rule “{rule}” is violated.</translation>
        </message>
        <message>
            <source>No other host of its cluster can take {name}.</source>
            <translation>No other host of its cluster can take {name}.</translation>
        </message>
    </context>
    <context>
        <name>Keys</name>
        <message>
            <source>Hosts and Clusters, VMs and Templates, Storage, Networking</source>
            <translation>Hosts and Clusters, VMs and Templates, Storage, Networking</translation>
        </message>
        <message>
            <source>Filter the inventory</source>
            <translation>Filter the inventory</translation>
        </message>
        <message>
            <source>Command palette: every action and object</source>
            <translation>Command palette: every action and object</translation>
        </message>
        <message>
            <source>Migrate the selected VMs: the wizard</source>
            <translation>Migrate the selected VMs: the wizard</translation>
        </message>
        <message>
            <source>Migrate the selected VMs to …</source>
            <translation>Migrate the selected VMs to …</translation>
        </message>
        <message>
            <source>Show possible targets of the selected VMs</source>
            <translation>Show possible targets of the selected VMs</translation>
        </message>
        <message>
            <source>Plan the maintenance of the selected hosts</source>
            <translation>Plan the maintenance of the selected hosts</translation>
        </message>
        <message>
            <source>Plan a cluster's maintenance, host by host</source>
            <translation>Plan a cluster's maintenance, host by host</translation>
        </message>
        <message>
            <source>Who can go where: all VMs by all hosts</source>
            <translation>Who can go where: all VMs by all hosts</translation>
        </message>
        <message>
            <source>While dropping: open the wizard, filled in</source>
            <translation>While dropping: open the wizard, filled in</translation>
        </message>
        <message>
            <source>While dropping: move the storage as well</source>
            <translation>While dropping: move the storage as well</translation>
        </message>
        <message>
            <source>Search the whole inventory</source>
            <translation>Search the whole inventory</translation>
        </message>
        <message>
            <source>Pick up VMs / put them down on a host, cluster or datastore</source>
            <translation>Pick up VMs / put them down on a host, cluster or datastore</translation>
        </message>
        <message>
            <source>End a drag or put back what was picked up</source>
            <translation>End a drag or put back what was picked up</translation>
        </message>
        <message>
            <source>Undo / redo</source>
            <translation>Undo / redo</translation>
        </message>
        <message>
            <source>Move the selected VM back</source>
            <translation>Move the selected VM back</translation>
        </message>
        <message>
            <source>Menu of the selected object</source>
            <translation>Menu of the selected object</translation>
        </message>
        <message>
            <source>Play / pause simulated time</source>
            <translation>Play / pause simulated time</translation>
        </message>
        <message>
            <source>One event forward / back</source>
            <translation>One event forward / back</translation>
        </message>
        <message>
            <source>One pre-copy pass forward</source>
            <translation>One pre-copy pass forward</translation>
        </message>
        <message>
            <source>Slower / faster</source>
            <translation>Slower / faster</translation>
        </message>
        <message>
            <source>Topology: zoom in, zoom out, fit, centre on the selection</source>
            <translation>Topology: zoom in, zoom out, fit, centre on the selection</translation>
        </message>
        <message>
            <source>Edit the settings of the selected object (also Alt+Enter)</source>
            <translation>Edit the settings of the selected object (also Alt+Enter)</translation>
        </message>
        <message>
            <source>Duplicate the selected object</source>
            <translation>Duplicate the selected object</translation>
        </message>
        <message>
            <source>Copy objects / paste them, in this lab or another one</source>
            <translation>Copy objects / paste them, in this lab or another one</translation>
        </message>
        <message>
            <source>Remove objects; in Recent Tasks: cancel or move back</source>
            <translation>Remove objects; in Recent Tasks: cancel or move back</translation>
        </message>
        <message>
            <source>New lab / open / save</source>
            <translation>New lab / open / save</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>Lessons</source>
            <translation>Lessons</translation>
        </message>
        <message>
            <source>Knobs: what would another value lead to</source>
            <translation>Knobs: what would another value lead to</translation>
        </message>
        <message>
            <source>Another future of a migration from this moment on</source>
            <translation>Another future of a migration from this moment on</translation>
        </message>
        <message>
            <source>Futures of a migration on one chart</source>
            <translation>Futures of a migration on one chart</translation>
        </message>
        <message>
            <source>Situations with a goal</source>
            <translation>Situations with a goal</translation>
        </message>
        <message>
            <source>Start a situation</source>
            <translation>Start a situation</translation>
        </message>
        <message>
            <source>All checks before a migration, explained</source>
            <translation>All checks before a migration, explained</translation>
        </message>
        <message>
            <source>Glossary: what is meant by what has the focus</source>
            <translation>Glossary: what is meant by what has the focus</translation>
        </message>
        <message>
            <source>This list</source>
            <translation>This list</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Keys</translation>
        </message>
        <message>
            <source>Ctrl</source>
            <translation>Ctrl</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>Shift</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Space</translation>
        </message>
        <message>
            <source>Del</source>
            <translation>Del</translation>
        </message>
    </context>
    <context>
        <name>KindDropping</name>
        <message>
            <source>New: {kind} in {parent}</source>
            <translation>New: {kind} in {parent}</translation>
        </message>
        <message>
            <source>New: {kind}</source>
            <translation>New: {kind}</translation>
        </message>
    </context>
    <context>
        <name>KindPage</name>
        <message>
            <source>Change compute resource only</source>
            <translation>Change compute resource only</translation>
        </message>
        <message>
            <source>Migrate the virtual machines to another host or cluster.</source>
            <translation>Migrate the virtual machines to another host or cluster.</translation>
        </message>
        <message>
            <source>Change storage only</source>
            <translation>Change storage only</translation>
        </message>
        <message>
            <source>Migrate the virtual machines' storage to another datastore.</source>
            <translation>Migrate the virtual machines' storage to another datastore.</translation>
        </message>
        <message>
            <source>Change both compute resource and storage</source>
            <translation>Change both compute resource and storage</translation>
        </message>
        <message>
            <source>Migrate to another host or cluster, and the storage to another datastore.</source>
            <translation>Migrate to another host or cluster, and the storage to another datastore.</translation>
        </message>
        <message>
            <source>Cross vCenter Server export</source>
            <translation>Cross vCenter Server export</translation>
        </message>
        <message>
            <source>Migrate to a host or cluster that another vCenter Server manages.</source>
            <translation>Migrate to a host or cluster that another vCenter Server manages.</translation>
        </message>
    </context>
    <context>
        <name>KnobsPanel</name>
        <message>
            <source>&lt;b&gt;{vm}&lt;/b&gt; on its way from {host} to</source>
            <translation>&lt;b&gt;{vm}&lt;/b&gt; on its way from {host} to</translation>
        </message>
        <message>
            <source>&lt;b&gt;{vm}&lt;/b&gt; from {host} to</source>
            <translation>&lt;b&gt;{vm}&lt;/b&gt; from {host} to</translation>
        </message>
        <message>
            <source>change of “{knob}”</source>
            <translation>change of “{knob}”</translation>
        </message>
        <message>
            <source>Foreseen</source>
            <translation>Foreseen</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>Before</translation>
        </message>
        <message>
            <source>So far</source>
            <translation>So far</translation>
        </message>
        <message>
            <source>Select a powered-on virtual machine, or start a migration: here you turn what it depends on, and see at once what comes of it.</source>
            <translation>Select a powered-on virtual machine, or start a migration: here you turn what it depends on, and see at once what comes of it.</translation>
        </message>
        <message>
            <source>Destination host</source>
            <translation>Destination host</translation>
        </message>
        <message>
            <source>&amp;Migrate</source>
            <translation>&amp;Migrate</translation>
        </message>
        <message>
            <source>Start this migration with the knobs as they stand</source>
            <translation>Start this migration with the knobs as they stand</translation>
        </message>
    </context>
    <context>
        <name>Legend</name>
        <message>
            <source>Legend</source>
            <translation>Legend</translation>
        </message>
        <message>
            <source>Virtual machines</source>
            <translation>Virtual machines</translation>
        </message>
        <message>
            <source>Hosts</source>
            <translation>Hosts</translation>
        </message>
        <message>
            <source>While dragging</source>
            <translation>While dragging</translation>
        </message>
        <message>
            <source>Storage and network</source>
            <translation>Storage and network</translation>
        </message>
        <message>
            <source>Powered on</source>
            <translation>Powered on</translation>
        </message>
        <message>
            <source>Powered off</source>
            <translation>Powered off</translation>
        </message>
        <message>
            <source>Suspended</source>
            <translation>Suspended</translation>
        </message>
        <message>
            <source>Template</source>
            <translation>Template</translation>
        </message>
        <message>
            <source>Arriving: filled as far as copied</source>
            <translation>Arriving: filled as far as copied</translation>
        </message>
        <message>
            <source>Memory pages on their way</source>
            <translation>Memory pages on their way</translation>
        </message>
        <message>
            <source>Disk blocks on their way</source>
            <translation>Disk blocks on their way</translation>
        </message>
        <message>
            <source>CPU and memory load in %</source>
            <translation>CPU and memory load in %</translation>
        </message>
        <message>
            <source>above 80 %</source>
            <translation>above 80 %</translation>
        </message>
        <message>
            <source>above 95 %</source>
            <translation>above 95 %</translation>
        </message>
        <message>
            <source>Maintenance mode; ring: entering</source>
            <translation>Maintenance mode; ring: entering</translation>
        </message>
        <message>
            <source>Not responding; grey: disconnected</source>
            <translation>Not responding; grey: disconnected</translation>
        </message>
        <message>
            <source>Standby</source>
            <translation>Standby</translation>
        </message>
        <message>
            <source>Quarantine mode</source>
            <translation>Quarantine mode</translation>
        </message>
        <message>
            <source>Compatible</source>
            <translation>Compatible</translation>
        </message>
        <message>
            <source>Compatible with warnings</source>
            <translation>Compatible with warnings</translation>
        </message>
        <message>
            <source>Not compatible</source>
            <translation>Not compatible</translation>
        </message>
        <message>
            <source>Datastore, filled as far as used</source>
            <translation>Datastore, filled as far as used</translation>
        </message>
        <message>
            <source>Reaches (mounts, is attached to)</source>
            <translation>Reaches (mounts, is attached to)</translation>
        </message>
        <message>
            <source>Network link: bit/s (powers of 1000), RTT</source>
            <translation>Network link: bit/s (powers of 1000), RTT</translation>
        </message>
        <message>
            <source>Broken: link down, path lost</source>
            <translation>Broken: link down, path lost</translation>
        </message>
        <message>
            <source>vCenters of one SSO domain</source>
            <translation>vCenters of one SSO domain</translation>
        </message>
        <message>
            <source>Sizes in KB, MB, GB: powers of 1024</source>
            <translation>Sizes in KB, MB, GB: powers of 1024</translation>
        </message>
    </context>
    <context>
        <name>LessonController</name>
        <message>
            <source>&amp;Gallery…</source>
            <translation>&amp;Gallery…</translation>
        </message>
        <message>
            <source>&amp;Show the lesson</source>
            <translation>&amp;Show the lesson</translation>
        </message>
        <message>
            <source>&amp;Leave the lesson</source>
            <translation>&amp;Leave the lesson</translation>
        </message>
        <message>
            <source>Lesson</source>
            <translation>Lesson</translation>
        </message>
        <message>
            <source>This step cannot end any more. Start it again.</source>
            <translation>This step cannot end any more. Start it again.</translation>
        </message>
    </context>
    <context>
        <name>LessonPage</name>
        <message>
            <source>Title</source>
            <translation>Title</translation>
        </message>
        <message>
            <source>What it is about</source>
            <translation>What it is about</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Expression</source>
            <translation>Expression</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>Numbers of the run</source>
            <translation>Numbers of the run</translation>
        </message>
        <message>
            <source>Add a number</source>
            <translation>Add a number</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Level</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>Minutes</translation>
        </message>
        <message>
            <source>Numbers of the run, of which texts speak as {name}:</source>
            <translation>Numbers of the run, of which texts speak as {name}:</translation>
        </message>
    </context>
    <context>
        <name>LessonPane</name>
        <message>
            <source>Step {n} of {all}</source>
            <translation>Step {n} of {all}</translation>
        </message>
        <message>
            <source>Know more</source>
            <translation>Know more</translation>
        </message>
        <message>
            <source>Hint</source>
            <translation>Hint</translation>
        </message>
        <message>
            <source>Speaker notes</source>
            <translation>Speaker notes</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Sources</translation>
        </message>
        <message>
            <source>Back to the lesson</source>
            <translation>Back to the lesson</translation>
        </message>
        <message>
            <source>Free play</source>
            <translation>Free play</translation>
        </message>
        <message>
            <source>Show me</source>
            <translation>Show me</translation>
        </message>
        <message>
            <source>Skip ahead</source>
            <translation>Skip ahead</translation>
        </message>
        <message>
            <source>Hint (costs {n} points)</source>
            <translation>Hint (costs {n} points)</translation>
        </message>
        <message>
            <source>Show me (no points)</source>
            <translation>Show me (no points)</translation>
        </message>
        <message>
            <source>Finish</source>
            <translation>Finish</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Next</translation>
        </message>
        <message>
            <source>Free play: try anything. The lesson waits where you left it.</source>
            <translation>Free play: try anything. The lesson waits where you left it.</translation>
        </message>
        <message>
            <source>Goals reached: {n} of {all} ({share} %)</source>
            <translation>Goals reached: {n} of {all} ({share} %)</translation>
        </message>
        <message>
            <source>This step is done.</source>
            <translation>This step is done.</translation>
        </message>
        <message>
            <source>Waiting for your prediction.</source>
            <translation>Waiting for your prediction.</translation>
        </message>
        <message>
            <source>Waiting for you.</source>
            <translation>Waiting for you.</translation>
        </message>
        <message>
            <source>The simulation is running.</source>
            <translation>The simulation is running.</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Next event</source>
            <translation>Next event</translation>
        </message>
        <message>
            <source>Start this step again</source>
            <translation>Start this step again</translation>
        </message>
        <message>
            <source>Leave the lesson</source>
            <translation>Leave the lesson</translation>
        </message>
    </context>
    <context>
        <name>Lessons</name>
        <message>
            <source>Folder of your own lessons and labs</source>
            <translation>Folder of your own lessons and labs</translation>
        </message>
        <message>
            <source>Beginner</source>
            <translation>Beginner</translation>
        </message>
        <message>
            <source>Intermediate</source>
            <translation>Intermediate</translation>
        </message>
        <message>
            <source>Advanced</source>
            <translation>Advanced</translation>
        </message>
        <message>
            <source>You did not predict. The run says: {right}.</source>
            <translation>You did not predict. The run says: {right}.</translation>
        </message>
        <message>
            <source>✓ Your prediction was right: {right}.</source>
            <translation>✓ Your prediction was right: {right}.</translation>
        </message>
        <message>
            <source>✗ You predicted: {said}. The run says: {right}.</source>
            <translation>✗ You predicted: {said}. The run says: {right}.</translation>
        </message>
        <message>
            <source>Open a lesson file</source>
            <translation>Open a lesson file</translation>
        </message>
        <message>
            <source>Lessons (*.toml *.vmlesson)</source>
            <translation>Lessons (*.toml *.vmlesson)</translation>
        </message>
        <message>
            <source>Save the lesson</source>
            <translation>Save the lesson</translation>
        </message>
        <message>
            <source>Lesson, its lab beside it (*.toml)</source>
            <translation>Lesson, its lab beside it (*.toml)</translation>
        </message>
        <message>
            <source>Lesson and lab in one file to share (*.vmlesson)</source>
            <translation>Lesson and lab in one file to share (*.vmlesson)</translation>
        </message>
    </context>
    <context>
        <name>Lights</name>
        <message>
            <source>Inventory</source>
            <translation>Inventory</translation>
        </message>
        <message>
            <source>Topology</source>
            <translation>Topology</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Details</translation>
        </message>
        <message>
            <source>Knobs</source>
            <translation>Knobs</translation>
        </message>
        <message>
            <source>Recent Tasks</source>
            <translation>Recent Tasks</translation>
        </message>
        <message>
            <source>Events</source>
            <translation>Events</translation>
        </message>
        <message>
            <source>Alarms</source>
            <translation>Alarms</translation>
        </message>
        <message>
            <source>Logs</source>
            <translation>Logs</translation>
        </message>
        <message>
            <source>Migration</source>
            <translation>Migration</translation>
        </message>
        <message>
            <source>Migration: stages</source>
            <translation>Migration: stages</translation>
        </message>
        <message>
            <source>Migration: memory</source>
            <translation>Migration: memory</translation>
        </message>
        <message>
            <source>Migration: charts</source>
            <translation>Migration: charts</translation>
        </message>
        <message>
            <source>Migration: on the wire</source>
            <translation>Migration: on the wire</translation>
        </message>
        <message>
            <source>Migration: the service</source>
            <translation>Migration: the service</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>Timeline</translation>
        </message>
        <message>
            <source>Play and speed</source>
            <translation>Play and speed</translation>
        </message>
        <message>
            <source>The lesson itself</source>
            <translation>The lesson itself</translation>
        </message>
    </context>
    <context>
        <name>LightsField</name>
        <message>
            <source>The spotlight falls on</source>
            <translation>The spotlight falls on</translation>
        </message>
        <message>
            <source>What can be lit</source>
            <translation>What can be lit</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Add</translation>
        </message>
        <message>
            <source>Click it in the window…</source>
            <translation>Click it in the window…</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Remove</translation>
        </message>
    </context>
    <context>
        <name>LoadTable</name>
        <message>
            <source>Load of the hosts</source>
            <translation>Load of the hosts</translation>
        </message>
        <message>
            <source>Host</source>
            <translation>Host</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>Memory</translation>
        </message>
        <message>
            <source>CPU</source>
            <translation>CPU</translation>
        </message>
        <message>
            <source>{before} % → {after} %, at worst {worst} %</source>
            <translation>{before} % → {after} %, at worst {worst} %</translation>
        </message>
        <message>
            <source>Datastore</source>
            <translation>Datastore</translation>
        </message>
        <message>
            <source>Space in use</source>
            <translation>Space in use</translation>
        </message>
        <message>
            <source>Space in use of the datastores</source>
            <translation>Space in use of the datastores</translation>
        </message>
    </context>
    <context>
        <name>Loads</name>
        <message>
            <source>{link} {direction}: {used} of {capacity} · {shares}</source>
            <translation>{link} {direction}: {used} of {capacity} · {shares}</translation>
        </message>
        <message>
            <source>other traffic</source>
            <translation>other traffic</translation>
        </message>
        <message>
            <source>{rate} = {percent} of {link}</source>
            <translation>{rate} = {percent} of {link}</translation>
        </message>
        <message>
            <source>sends</source>
            <translation>sends</translation>
        </message>
        <message>
            <source>receives</source>
            <translation>receives</translation>
        </message>
        <message>
            <source>reads</source>
            <translation>reads</translation>
        </message>
        <message>
            <source>writes</source>
            <translation>writes</translation>
        </message>
        <message>
            <source>there</source>
            <translation>there</translation>
        </message>
        <message>
            <source>back</source>
            <translation>back</translation>
        </message>
        <message>
            <source>{range} left (simulated)</source>
            <translation>{range} left (simulated)</translation>
        </message>
    </context>
    <context>
        <name>LogsPane</name>
        <message>
            <source>Filter lines</source>
            <translation>Filter lines</translation>
        </message>
        <message>
            <source>File</source>
            <translation>File</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Copy</translation>
        </message>
        <message>
            <source>Copy all lines that are shown</source>
            <translation>Copy all lines that are shown</translation>
        </message>
        <message>
            <source>Simulated</source>
            <translation>Simulated</translation>
        </message>
        <message>
            <source>Written after real logs of both hosts; numbers of processes and source lines are left out.</source>
            <translation>Written after real logs of both hosts; numbers of processes and source lines are left out.</translation>
        </message>
        <message>
            <source>Log lines of the migration that is shown</source>
            <translation>Log lines of the migration that is shown</translation>
        </message>
        <message>
            <source>No migration is shown. Start one, or choose one in Recent Tasks.</source>
            <translation>No migration is shown. Start one, or choose one in Recent Tasks.</translation>
        </message>
        <message>
            <source>All files</source>
            <translation>All files</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Quit</translation>
        </message>
        <message>
            <source>&amp;Find in the inventory</source>
            <translation>&amp;Find in the inventory</translation>
        </message>
        <message>
            <source>&amp;Search everywhere…</source>
            <translation>&amp;Search everywhere…</translation>
        </message>
        <message>
            <source>&amp;Command palette…</source>
            <translation>&amp;Command palette…</translation>
        </message>
        <message>
            <source>&amp;Migrate…</source>
            <translation>&amp;Migrate…</translation>
        </message>
        <message>
            <source>Mi&amp;grate to…</source>
            <translation>Mi&amp;grate to…</translation>
        </message>
        <message>
            <source>Show possible &amp;targets</source>
            <translation>Show possible &amp;targets</translation>
        </message>
        <message>
            <source>&amp;Pick up</source>
            <translation>&amp;Pick up</translation>
        </message>
        <message>
            <source>&amp;Move back</source>
            <translation>&amp;Move back</translation>
        </message>
        <message>
            <source>&amp;Knobs</source>
            <translation>&amp;Knobs</translation>
        </message>
        <message>
            <source>Reduced &amp;motion</source>
            <translation>Reduced &amp;motion</translation>
        </message>
        <message>
            <source>Se&amp;ttings…</source>
            <translation>Se&amp;ttings…</translation>
        </message>
        <message>
            <source>&amp;Keys</source>
            <translation>&amp;Keys</translation>
        </message>
        <message>
            <source>&amp;About</source>
            <translation>&amp;About</translation>
        </message>
        <message>
            <source>Live connection</source>
            <translation>Live connection</translation>
        </message>
        <message>
            <source>Simulation · {rules} · imported copy of {origin}</source>
            <translation>Simulation · {rules} · imported copy of {origin}</translation>
        </message>
        <message>
            <source>Simulation · {rules}</source>
            <translation>Simulation · {rules}</translation>
        </message>
        <message>
            <source>Alarms ({count})</source>
            <translation>Alarms ({count})</translation>
        </message>
        <message>
            <source>Alarms</source>
            <translation>Alarms</translation>
        </message>
        <message>
            <source>Objects</source>
            <translation>Objects</translation>
        </message>
        <message>
            <source>Knobs</source>
            <translation>Knobs</translation>
        </message>
        <message>
            <source>Logs</source>
            <translation>Logs</translation>
        </message>
        <message>
            <source>All times, rates and amounts are simulated, by the rules of this hypervisor (menu Edit).</source>
            <translation>All times, rates and amounts are simulated, by the rules of this hypervisor (menu Edit).</translation>
        </message>
        <message>
            <source>Topology</source>
            <translation>Topology</translation>
        </message>
        <message>
            <source>Put &amp;down or paste</source>
            <translation>Put &amp;down or paste</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>Summary</translation>
        </message>
        <message>
            <source>Monitor</source>
            <translation>Monitor</translation>
        </message>
        <message>
            <source>Inventory</source>
            <translation>Inventory</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Details</translation>
        </message>
        <message>
            <source>Recent Tasks</source>
            <translation>Recent Tasks</translation>
        </message>
        <message>
            <source>Events</source>
            <translation>Events</translation>
        </message>
        <message>
            <source>Migration</source>
            <translation>Migration</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>Timeline</translation>
        </message>
        <message>
            <source>Tools</source>
            <translation>Tools</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
    </context>
    <context>
        <name>MaintenanceArea</name>
        <message>
            <source>Maintenance
Drop hosts here to plan it</source>
            <translation>Maintenance
Drop hosts here to plan it</translation>
        </message>
    </context>
    <context>
        <name>MaintenanceController</name>
        <message>
            <source>Plan mai&amp;ntenance…</source>
            <translation>Plan mai&amp;ntenance…</translation>
        </message>
        <message>
            <source>Plan r&amp;olling maintenance…</source>
            <translation>Plan r&amp;olling maintenance…</translation>
        </message>
    </context>
    <context>
        <name>MaintenanceExports</name>
        <message>
            <source>Runbook for a browser (HTML)…</source>
            <translation>Runbook for a browser (HTML)…</translation>
        </message>
        <message>
            <source>Runbook to print (PDF)…</source>
            <translation>Runbook to print (PDF)…</translation>
        </message>
        <message>
            <source>Moves as a table (CSV)…</source>
            <translation>Moves as a table (CSV)…</translation>
        </message>
        <message>
            <source>Script for PowerCLI…</source>
            <translation>Script for PowerCLI…</translation>
        </message>
        <message>
            <source>Script for govc…</source>
            <translation>Script for govc…</translation>
        </message>
        <message>
            <source>Ansible playbook…</source>
            <translation>Ansible playbook…</translation>
        </message>
        <message>
            <source>Export the plan</source>
            <translation>Export the plan</translation>
        </message>
        <message>
            <source>{path} was not written: {reason}. Choose another place.</source>
            <translation>{path} was not written: {reason}. Choose another place.</translation>
        </message>
    </context>
    <context>
        <name>MaintenanceWizard</name>
        <message>
            <source>Plan maintenance</source>
            <translation>Plan maintenance</translation>
        </message>
        <message>
            <source>Hosts and window</source>
            <translation>Hosts and window</translation>
        </message>
        <message>
            <source>Datastores and window</source>
            <translation>Datastores and window</translation>
        </message>
        <message>
            <source>Decisions</source>
            <translation>Decisions</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>Plan</translation>
        </message>
        <message>
            <source>Checks</source>
            <translation>Checks</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Next</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Start</translation>
        </message>
        <message>
            <source>Start the migrations of the plan in the simulated estate, then maintenance mode.</source>
            <translation>Start the migrations of the plan in the simulated estate, then maintenance mode.</translation>
        </message>
        <message>
            <source>Maintenance of {lab}</source>
            <translation>Maintenance of {lab}</translation>
        </message>
    </context>
    <context>
        <name>MemoryHeatMap</name>
        <message>
            <source>Memory map</source>
            <translation>Memory map</translation>
        </message>
        <message>
            <source>No memory copy is running.</source>
            <translation>No memory copy is running.</translation>
        </message>
        <message>
            <source>Dirty {dirty} + in flight {in_flight} = remaining {remaining}</source>
            <translation>Dirty {dirty} + in flight {in_flight} = remaining {remaining}</translation>
        </message>
        <message>
            <source>clean</source>
            <translation>clean</translation>
        </message>
        <message>
            <source>dirty</source>
            <translation>dirty</translation>
        </message>
        <message>
            <source>in flight</source>
            <translation>in flight</translation>
        </message>
        <message>
            <source>{role}: {clean} pages clean, {dirty} dirty, {in_flight} in flight</source>
            <translation>{role}: {clean} pages clean, {dirty} dirty, {in_flight} in flight</translation>
        </message>
    </context>
    <context>
        <name>Menus</name>
        <message>
            <source>&amp;File</source>
            <translation>&amp;File</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>&amp;Edit</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;View</translation>
        </message>
        <message>
            <source>&amp;Actions</source>
            <translation>&amp;Actions</translation>
        </message>
        <message>
            <source>&amp;Lessons</source>
            <translation>&amp;Lessons</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Help</translation>
        </message>
        <message>
            <source>&amp;New</source>
            <translation>&amp;New</translation>
        </message>
        <message>
            <source>&amp;Open…</source>
            <translation>&amp;Open…</translation>
        </message>
        <message>
            <source>Open &amp;recent</source>
            <translation>Open &amp;recent</translation>
        </message>
        <message>
            <source>Open the &amp;demo lab</source>
            <translation>Open the &amp;demo lab</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>&amp;Save</translation>
        </message>
        <message>
            <source>Save &amp;as…</source>
            <translation>Save &amp;as…</translation>
        </message>
        <message>
            <source>&amp;Import RVTools…</source>
            <translation>&amp;Import RVTools…</translation>
        </message>
        <message>
            <source>Import re&amp;port…</source>
            <translation>Import re&amp;port…</translation>
        </message>
        <message>
            <source>&amp;Compare with recorded migrations…</source>
            <translation>&amp;Compare with recorded migrations…</translation>
        </message>
        <message>
            <source>No labs yet</source>
            <translation>No labs yet</translation>
        </message>
        <message>
            <source>&amp;Undo {step}</source>
            <translation>&amp;Undo {step}</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Undo</translation>
        </message>
        <message>
            <source>&amp;Redo {step}</source>
            <translation>&amp;Redo {step}</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>&amp;Redo</translation>
        </message>
        <message>
            <source>&amp;Inventory</source>
            <translation>&amp;Inventory</translation>
        </message>
        <message>
            <source>&amp;Panels</source>
            <translation>&amp;Panels</translation>
        </message>
        <message>
            <source>&amp;Theme</source>
            <translation>&amp;Theme</translation>
        </message>
        <message>
            <source>Follow the system</source>
            <translation>Follow the system</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Light</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dark</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>High contrast</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>&amp;Language</translation>
        </message>
        <message>
            <source>&amp;Text size</source>
            <translation>&amp;Text size</translation>
        </message>
    </context>
    <context>
        <name>MigrateWizard</name>
        <message>
            <source>Compatible</source>
            <translation>Compatible</translation>
        </message>
        <message>
            <source>With warnings</source>
            <translation>With warnings</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Next</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Finish</source>
            <translation>Finish</translation>
        </message>
        <message>
            <source>Select a host, or a cluster: there each virtual machine gets the host that suits it best.</source>
            <translation>Select a host, or a cluster: there each virtual machine gets the host that suits it best.</translation>
        </message>
        <message>
            <source>Select the datastore for the virtual machines' files.</source>
            <translation>Select the datastore for the virtual machines' files.</translation>
        </message>
        <message>
            <source>Select the network that each source network becomes at the destination.</source>
            <translation>Select the network that each source network becomes at the destination.</translation>
        </message>
        <message>
            <source>Select how the migration is served when others run or wait.</source>
            <translation>Select how the migration is served when others run or wait.</translation>
        </message>
        <message>
            <source>Verify what will happen, then press Finish.</source>
            <translation>Verify what will happen, then press Finish.</translation>
        </message>
        <message>
            <source>{names} and {count} more</source>
            <translation>{names} and {count} more</translation>
        </message>
        <message>
            <source>Change where these run, where their files are, or both: {names}</source>
            <translation>Change where these run, where their files are, or both: {names}</translation>
        </message>
        <message>
            <source>Migrate | {name}</source>
            <translation>Migrate | {name}</translation>
        </message>
        <message numerus="yes">
            <source>Migrate | %n VM(s)</source>
            <translation>
                <numerusform>Migrate | %n VM</numerusform>
                <numerusform>Migrate | %n VMs</numerusform>
            </translation>
        </message>
        <message>
            <source>Close the wizard? What you have chosen is not kept.</source>
            <translation>Close the wizard? What you have chosen is not kept.</translation>
        </message>
        <message>
            <source>Same format as source</source>
            <translation>Same format as source</translation>
        </message>
        <message>
            <source>Thick Provision Lazy Zeroed</source>
            <translation>Thick Provision Lazy Zeroed</translation>
        </message>
        <message>
            <source>Thick Provision Eager Zeroed</source>
            <translation>Thick Provision Eager Zeroed</translation>
        </message>
        <message>
            <source>Thin Provision</source>
            <translation>Thin Provision</translation>
        </message>
        <message>
            <source>Select a migration type</source>
            <translation>Select a migration type</translation>
        </message>
        <message>
            <source>Select a compute resource</source>
            <translation>Select a compute resource</translation>
        </message>
        <message>
            <source>Select storage</source>
            <translation>Select storage</translation>
        </message>
        <message>
            <source>Select networks</source>
            <translation>Select networks</translation>
        </message>
        <message>
            <source>Select vMotion priority</source>
            <translation>Select vMotion priority</translation>
        </message>
        <message>
            <source>Ready to complete</source>
            <translation>Ready to complete</translation>
        </message>
    </context>
    <context>
        <name>MigrationCharts</name>
        <message>
            <source>Charts of the migration</source>
            <translation>Charts of the migration</translation>
        </message>
        <message>
            <source>Copy bandwidth</source>
            <translation>Copy bandwidth</translation>
        </message>
        <message>
            <source>Dirty-page rate</source>
            <translation>Dirty-page rate</translation>
        </message>
        <message>
            <source>Disk copy</source>
            <translation>Disk copy</translation>
        </message>
        <message>
            <source>Remaining memory</source>
            <translation>Remaining memory</translation>
        </message>
        <message>
            <source>Guest slow-down</source>
            <translation>Guest slow-down</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Copy</translation>
        </message>
        <message>
            <source>Dirty pages</source>
            <translation>Dirty pages</translation>
        </message>
        <message>
            <source>Disk</source>
            <translation>Disk</translation>
        </message>
        <message>
            <source>Remaining</source>
            <translation>Remaining</translation>
        </message>
        <message>
            <source>Slow-down</source>
            <translation>Slow-down</translation>
        </message>
        <message>
            <source>Simulated time from left to right; wheel: zoom, double click: everything</source>
            <translation>Simulated time from left to right; wheel: zoom, double click: everything</translation>
        </message>
        <message>
            <source>Switchover</source>
            <translation>Switchover</translation>
        </message>
    </context>
    <context>
        <name>MigrationGestures</name>
        <message>
            <source>Select a virtual machine that can be migrated.</source>
            <translation>Select a virtual machine that can be migrated.</translation>
        </message>
        <message>
            <source>Select a virtual machine first.</source>
            <translation>Select a virtual machine first.</translation>
        </message>
        <message>
            <source>Nothing is picked up or copied. Select an object and press Ctrl+X or Ctrl+C.</source>
            <translation>Nothing is picked up or copied. Select an object and press Ctrl+X or Ctrl+C.</translation>
        </message>
        <message>
            <source>There is no finished move of the selected virtual machine to take back.</source>
            <translation>There is no finished move of the selected virtual machine to take back.</translation>
        </message>
        <message>
            <source>{vms} picked up: select a host and press Ctrl+V, or press Esc.</source>
            <translation>{vms} picked up: select a host and press Ctrl+V, or press Esc.</translation>
        </message>
        <message>
            <source>Possible targets of {vms}: ✓ {able} · ⚠ {cautioned} · ✕ {unable}. Esc ends this.</source>
            <translation>Possible targets of {vms}: ✓ {able} · ⚠ {cautioned} · ✕ {unable}. Esc ends this.</translation>
        </message>
    </context>
    <context>
        <name>MigrationPanel</name>
        <message>
            <source>Memory</source>
            <translation>Memory</translation>
        </message>
        <message>
            <source>Service</source>
            <translation>Service</translation>
        </message>
        <message>
            <source>Before / after</source>
            <translation>Before / after</translation>
        </message>
        <message>
            <source>Migration shown</source>
            <translation>Migration shown</translation>
        </message>
        <message>
            <source>What the charts show</source>
            <translation>What the charts show</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>Chart as PNG…</source>
            <translation>Chart as PNG…</translation>
        </message>
        <message>
            <source>Series as CSV…</source>
            <translation>Series as CSV…</translation>
        </message>
        <message>
            <source>Migration</source>
            <translation>Migration</translation>
        </message>
        <message>
            <source>vMotion NICs of {host}</source>
            <translation>vMotion NICs of {host}</translation>
        </message>
        <message>
            <source>Drag a powered-on VM to another host: its migration is shown here.</source>
            <translation>Drag a powered-on VM to another host: its migration is shown here.</translation>
        </message>
        <message>
            <source>{total} in all</source>
            <translation>{total} in all</translation>
        </message>
        <message>
            <source>{downtime} downtime</source>
            <translation>{downtime} downtime</translation>
        </message>
        <message>
            <source>converging: dirties {share} % of what is copied</source>
            <translation>converging: dirties {share} % of what is copied</translation>
        </message>
        <message>
            <source>not converging: dirties {share} % of what is copied</source>
            <translation>not converging: dirties {share} % of what is copied</translation>
        </message>
        <message>
            <source>Dirty-page rate ÷ copy bandwidth = {dirty} ÷ {copy} = {share} %</source>
            <translation>Dirty-page rate ÷ copy bandwidth = {dirty} ÷ {copy} = {share} %</translation>
        </message>
        <message>
            <source>Remaining ÷ (copy − dirty) = {remaining} ÷ ({copy} − {dirty}) ≈ {time}, were both rates to last</source>
            <translation>Remaining ÷ (copy − dirty) = {remaining} ÷ ({copy} − {dirty}) ≈ {time}, were both rates to last</translation>
        </message>
        <message>
            <source>Below 100 % each pass has less to send than the one before.</source>
            <translation>Below 100 % each pass has less to send than the one before.</translation>
        </message>
        <message>
            <source>From 100 % on no pass gets shorter: the guest has to be slowed, or it never ends.</source>
            <translation>From 100 % on no pass gets shorter: the guest has to be slowed, or it never ends.</translation>
        </message>
        <message>
            <source>Chart as PNG</source>
            <translation>Chart as PNG</translation>
        </message>
        <message>
            <source>Series as CSV</source>
            <translation>Series as CSV</translation>
        </message>
        <message>
            <source>The file could not be written: {error}</source>
            <translation>The file could not be written: {error}</translation>
        </message>
    </context>
    <context>
        <name>Minimap</name>
        <message>
            <source>Overview map</source>
            <translation>Overview map</translation>
        </message>
        <message>
            <source>Click to go there</source>
            <translation>Click to go there</translation>
        </message>
    </context>
    <context>
        <name>MonitorPane</name>
        <message>
            <source>No issues.</source>
            <translation>No issues.</translation>
        </message>
        <message>
            <source>Nothing selected</source>
            <translation>Nothing selected</translation>
        </message>
        <message>
            <source>Issues</source>
            <translation>Issues</translation>
        </message>
        <message>
            <source>Tasks</source>
            <translation>Tasks</translation>
        </message>
        <message>
            <source>Events</source>
            <translation>Events</translation>
        </message>
        <message>
            <source>vMotion network</source>
            <translation>vMotion network</translation>
        </message>
    </context>
    <context>
        <name>MountDialog</name>
        <message>
            <source>Hosts that mount {name}</source>
            <translation>Hosts that mount {name}</translation>
        </message>
        <message>
            <source>VMs on this datastore move without their disks between these hosts.</source>
            <translation>VMs on this datastore move without their disks between these hosts.</translation>
        </message>
    </context>
    <context>
        <name>MoveTable</name>
        <message>
            <source>Migrations of the plan</source>
            <translation>Migrations of the plan</translation>
        </message>
        <message>
            <source>Virtual machine</source>
            <translation>Virtual machine</translation>
        </message>
        <message>
            <source>From</source>
            <translation>From</translation>
        </message>
        <message>
            <source>To</source>
            <translation>To</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Start</translation>
        </message>
        <message>
            <source>Duration</source>
            <translation>Duration</translation>
        </message>
        <message>
            <source>Downtime</source>
            <translation>Downtime</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>Data</translation>
        </message>
        <message>
            <source>{host}
F2 or a double click: another destination</source>
            <translation>{host}
F2 or a double click: another destination</translation>
        </message>
    </context>
    <context>
        <name>NetworkUse</name>
        <message>
            <source>Nothing has migrated here yet.</source>
            <translation>Nothing has migrated here yet.</translation>
        </message>
        <message>
            <source>All others · {rate}</source>
            <translation>All others · {rate}</translation>
        </message>
        <message>
            <source>{vm} → {host} · ended</source>
            <translation>{vm} → {host} · ended</translation>
        </message>
        <message>
            <source>{vm} → {host} · {rate}</source>
            <translation>{vm} → {host} · {rate}</translation>
        </message>
        <message>
            <source>Who uses the vMotion network (simulated bytes per second, stacked)</source>
            <translation>Who uses the vMotion network (simulated bytes per second, stacked)</translation>
        </message>
        <message>
            <source>Migrations in the chart</source>
            <translation>Migrations in the chart</translation>
        </message>
        <message>
            <source>Simulated copy rates of memory and disks, one upon the other.</source>
            <translation>Simulated copy rates of memory and disks, one upon the other.</translation>
        </message>
    </context>
    <context>
        <name>NetworksPage</name>
        <message>
            <source>Networks</source>
            <translation>Networks</translation>
        </message>
        <message>
            <source>Assign each network adapter by itself</source>
            <translation>Assign each network adapter by itself</translation>
        </message>
        <message>
            <source>There are too many network adapters.</source>
            <translation>There are too many network adapters.</translation>
        </message>
        <message>
            <source>Source network</source>
            <translation>Source network</translation>
        </message>
        <message>
            <source>Used by</source>
            <translation>Used by</translation>
        </message>
        <message>
            <source>Destination network</source>
            <translation>Destination network</translation>
        </message>
        <message>
            <source>{names} and {count} more</source>
            <translation>{names} and {count} more</translation>
        </message>
        <message>
            <source>Destination network for {network}, {users}</source>
            <translation>Destination network for {network}, {users}</translation>
        </message>
        <message>
            <source>{network} (same name)</source>
            <translation>{network} (same name)</translation>
        </message>
        <message>
            <source>Select a network…</source>
            <translation>Select a network…</translation>
        </message>
        <message>
            <source>{network} on {switch}</source>
            <translation>{network} on {switch}</translation>
        </message>
    </context>
    <context>
        <name>NicCharts</name>
        <message>
            <source>{nic} sent</source>
            <translation>{nic} sent</translation>
        </message>
        <message>
            <source>{nic} received</source>
            <translation>{nic} received</translation>
        </message>
    </context>
    <context>
        <name>NotesWindow</name>
        <message>
            <source>No lesson is open.</source>
            <translation>No lesson is open.</translation>
        </message>
        <message>
            <source>Step {n} of {all}</source>
            <translation>Step {n} of {all}</translation>
        </message>
        <message>
            <source>No notes for this step. The class reads:</source>
            <translation>No notes for this step. The class reads:</translation>
        </message>
        <message>
            <source>the end of the lesson</source>
            <translation>the end of the lesson</translation>
        </message>
        <message>
            <source>Next: {title}</source>
            <translation>Next: {title}</translation>
        </message>
        <message>
            <source>Speaker notes</source>
            <translation>Speaker notes</translation>
        </message>
        <message>
            <source>Time since the beginning</source>
            <translation>Time since the beginning</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Next</translation>
        </message>
        <message>
            <source>Restart the clock</source>
            <translation>Restart the clock</translation>
        </message>
        <message>
            <source>Page Down, Page Up: next and back, as with a clicker. 1 to 9: choose an answer. Space: play, pause.</source>
            <translation>Page Down, Page Up: next and back, as with a clicker. 1 to 9: choose an answer. Space: play, pause.</translation>
        </message>
        <message>
            <source>B: blank the screen. L: pointer. M: magnifier. F11 or Esc: end the presentation.</source>
            <translation>B: blank the screen. L: pointer. M: magnifier. F11 or Esc: end the presentation.</translation>
        </message>
    </context>
    <context>
        <name>ObjectHeader</name>
        <message>
            <source>Nothing selected</source>
            <translation>Nothing selected</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>and {count} more</translation>
        </message>
    </context>
    <context>
        <name>Objects</name>
        <message>
            <source>Virtual machine</source>
            <translation>Virtual machine</translation>
        </message>
        <message>
            <source>Template</source>
            <translation>Template</translation>
        </message>
        <message>
            <source>Host</source>
            <translation>Host</translation>
        </message>
        <message>
            <source>Cluster</source>
            <translation>Cluster</translation>
        </message>
        <message>
            <source>Datastore</source>
            <translation>Datastore</translation>
        </message>
        <message>
            <source>Datastore cluster</source>
            <translation>Datastore cluster</translation>
        </message>
        <message>
            <source>Port group</source>
            <translation>Port group</translation>
        </message>
        <message>
            <source>Switch</source>
            <translation>Switch</translation>
        </message>
        <message>
            <source>Subnet</source>
            <translation>Subnet</translation>
        </message>
        <message>
            <source>Network link</source>
            <translation>Network link</translation>
        </message>
        <message>
            <source>Datacenter</source>
            <translation>Datacenter</translation>
        </message>
        <message>
            <source>vCenter Server</source>
            <translation>vCenter Server</translation>
        </message>
        <message>
            <source>Site</source>
            <translation>Site</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Folder</translation>
        </message>
        <message>
            <source>Resource pool</source>
            <translation>Resource pool</translation>
        </message>
        <message>
            <source>vApp</source>
            <translation>vApp</translation>
        </message>
        <message>
            <source>disconnected</source>
            <translation>disconnected</translation>
        </message>
        <message>
            <source>not responding</source>
            <translation>not responding</translation>
        </message>
        <message>
            <source>standby</source>
            <translation>standby</translation>
        </message>
        <message>
            <source>powered off</source>
            <translation>powered off</translation>
        </message>
        <message>
            <source>maintenance mode</source>
            <translation>maintenance mode</translation>
        </message>
        <message>
            <source>entering maintenance mode</source>
            <translation>entering maintenance mode</translation>
        </message>
        <message>
            <source>quarantine mode</source>
            <translation>quarantine mode</translation>
        </message>
        <message>
            <source>inaccessible</source>
            <translation>inaccessible</translation>
        </message>
        <message>
            <source>down</source>
            <translation>down</translation>
        </message>
        <message>
            <source>orphaned</source>
            <translation>orphaned</translation>
        </message>
        <message>
            <source>invalid</source>
            <translation>invalid</translation>
        </message>
        <message>
            <source>Powered on</source>
            <translation>Powered on</translation>
        </message>
        <message>
            <source>Powered off</source>
            <translation>Powered off</translation>
        </message>
        <message>
            <source>Suspended</source>
            <translation>Suspended</translation>
        </message>
        <message>
            <source>Standby</source>
            <translation>Standby</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>Unknown</translation>
        </message>
        <message>
            <source>Connected</source>
            <translation>Connected</translation>
        </message>
        <message>
            <source>Not responding</source>
            <translation>Not responding</translation>
        </message>
        <message>
            <source>Disconnected</source>
            <translation>Disconnected</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>Normal</translation>
        </message>
        <message>
            <source>Entering maintenance mode</source>
            <translation>Entering maintenance mode</translation>
        </message>
        <message>
            <source>Maintenance mode</source>
            <translation>Maintenance mode</translation>
        </message>
    </context>
    <context>
        <name>ObjectsPalette</name>
        <message>
            <source>Drag it onto the topology, or press Enter to add it to what is selected.</source>
            <translation>Drag it onto the topology, or press Enter to add it to what is selected.</translation>
        </message>
        <message>
            <source>Objects that can be added</source>
            <translation>Objects that can be added</translation>
        </message>
    </context>
    <context>
        <name>OutcomesTable</name>
        <message>
            <source>Variant</source>
            <translation>Variant</translation>
        </message>
        <message>
            <source>At this moment</source>
            <translation>At this moment</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>Outcome</translation>
        </message>
        <message>
            <source>Total time</source>
            <translation>Total time</translation>
        </message>
        <message>
            <source>Downtime</source>
            <translation>Downtime</translation>
        </message>
        <message>
            <source>Data sent</source>
            <translation>Data sent</translation>
        </message>
        <message>
            <source>Passes</source>
            <translation>Passes</translation>
        </message>
        <message>
            <source>Slowed by up to</source>
            <translation>Slowed by up to</translation>
        </message>
        <message>
            <source>What becomes of each variant</source>
            <translation>What becomes of each variant</translation>
        </message>
        <message>
            <source>refused</source>
            <translation>refused</translation>
        </message>
        <message>
            <source>no end in sight</source>
            <translation>no end in sight</translation>
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>Command palette</source>
            <translation>Command palette</translation>
        </message>
        <message>
            <source>Type some letters of an action or an object</source>
            <translation>Type some letters of an action or an object</translation>
        </message>
        <message>
            <source>Search actions and objects</source>
            <translation>Search actions and objects</translation>
        </message>
        <message>
            <source>Actions and objects</source>
            <translation>Actions and objects</translation>
        </message>
        <message>
            <source>{actions} actions, {objects} objects</source>
            <translation>{actions} actions, {objects} objects</translation>
        </message>
        <message>
            <source>{kind} on {host}</source>
            <translation>{kind} on {host}</translation>
        </message>
    </context>
    <context>
        <name>PartsEditor</name>
        <message>
            <source>Add</source>
            <translation>Add</translation>
        </message>
        <message>
            <source>Duplicate</source>
            <translation>Duplicate</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>Phase {number}</source>
            <translation>Phase {number}</translation>
        </message>
    </context>
    <context>
        <name>Pasteboard</name>
        <message>
            <source>{names} copied: select where to, here or in another lab, and press Ctrl+V.</source>
            <translation>{names} copied: select where to, here or in another lab, and press Ctrl+V.</translation>
        </message>
        <message>
            <source>paste of {names}</source>
            <translation>paste of {names}</translation>
        </message>
    </context>
    <context>
        <name>PlaceActions</name>
        <message>
            <source>Put down here (Ctrl+V)</source>
            <translation>Put down here (Ctrl+V)</translation>
        </message>
        <message>
            <source>Nothing is picked up.</source>
            <translation>Nothing is picked up.</translation>
        </message>
        <message>
            <source>Plan rolling maintenance…</source>
            <translation>Plan rolling maintenance…</translation>
        </message>
        <message>
            <source>DRS</source>
            <translation>DRS</translation>
        </message>
        <message>
            <source>Storage DRS</source>
            <translation>Storage DRS</translation>
        </message>
        <message>
            <source>Maintenance Mode</source>
            <translation>Maintenance Mode</translation>
        </message>
        <message>
            <source>Inject fault</source>
            <translation>Inject fault</translation>
        </message>
        <message>
            <source>The datastore is in maintenance mode.</source>
            <translation>The datastore is in maintenance mode.</translation>
        </message>
        <message>
            <source>The datastore is entering maintenance mode already.</source>
            <translation>The datastore is entering maintenance mode already.</translation>
        </message>
        <message>
            <source>The datastore is not in maintenance mode.</source>
            <translation>The datastore is not in maintenance mode.</translation>
        </message>
        <message>
            <source>Enter Maintenance Mode…</source>
            <translation>Enter Maintenance Mode…</translation>
        </message>
        <message>
            <source>Where all files would go, how long it takes, what stands against it; then run or export it.</source>
            <translation>Where all files would go, how long it takes, what stands against it; then run or export it.</translation>
        </message>
        <message>
            <source>Enter now, with Storage DRS</source>
            <translation>Enter now, with Storage DRS</translation>
        </message>
        <message>
            <source>Storage DRS of its datastore cluster moves the files, or recommends it. Without it you do.</source>
            <translation>Storage DRS of its datastore cluster moves the files, or recommends it. Without it you do.</translation>
        </message>
        <message>
            <source>Exit Maintenance Mode</source>
            <translation>Exit Maintenance Mode</translation>
        </message>
        <message>
            <source>The datastore is still entering: cancel that instead.</source>
            <translation>The datastore is still entering: cancel that instead.</translation>
        </message>
        <message>
            <source>Cancel entering maintenance mode</source>
            <translation>Cancel entering maintenance mode</translation>
        </message>
        <message>
            <source>The datastore is not entering maintenance mode.</source>
            <translation>The datastore is not entering maintenance mode.</translation>
        </message>
        <message>
            <source>Manual</source>
            <translation>Manual</translation>
        </message>
        <message>
            <source>Partially Automated</source>
            <translation>Partially Automated</translation>
        </message>
        <message>
            <source>Fully Automated</source>
            <translation>Fully Automated</translation>
        </message>
        <message>
            <source>This is the present level.</source>
            <translation>This is the present level.</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>Off</translation>
        </message>
    </context>
    <context>
        <name>PlacesTable</name>
        <message>
            <source>Before and after</source>
            <translation>Before and after</translation>
        </message>
        <message>
            <source>Part</source>
            <translation>Part</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>Before</translation>
        </message>
        <message>
            <source>Now / after</source>
            <translation>Now / after</translation>
        </message>
        <message>
            <source>= same</source>
            <translation>= same</translation>
        </message>
        <message>
            <source>→ moved</source>
            <translation>→ moved</translation>
        </message>
        <message>
            <source>Host</source>
            <translation>Host</translation>
        </message>
        <message>
            <source>Configuration</source>
            <translation>Configuration</translation>
        </message>
        <message>
            <source>Reserved on {name}</source>
            <translation>Reserved on {name}</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>nothing</translation>
        </message>
        <message>
            <source>{mhz} MHz</source>
            <translation>{mhz} MHz</translation>
        </message>
        <message>
            <source>{amount} memory</source>
            <translation>{amount} memory</translation>
        </message>
        <message>
            <source>{amount} space</source>
            <translation>{amount} space</translation>
        </message>
    </context>
    <context>
        <name>PlanBars</name>
        <message>
            <source>Start {start}, duration {duration}, downtime {downtime}</source>
            <translation>Start {start}, duration {duration}, downtime {downtime}</translation>
        </message>
        <message>
            <source>Waits {time} for its turn: vCenter's limits for simultaneous moves</source>
            <translation>Waits {time} for its turn: vCenter's limits for simultaneous moves</translation>
        </message>
        <message>
            <source>It makes room: the virtual machine itself need not leave.</source>
            <translation>It makes room: the virtual machine itself need not leave.</translation>
        </message>
        <message>
            <source>memory {before} %</source>
            <translation>memory {before} %</translation>
        </message>
        <message>
            <source>memory {before} % → {after} %</source>
            <translation>memory {before} % → {after} %</translation>
        </message>
        <message>
            <source>memory {before} % → {after} %, at worst {worst} %</source>
            <translation>memory {before} % → {after} %, at worst {worst} %</translation>
        </message>
        <message>
            <source>{before} % full</source>
            <translation>{before} % full</translation>
        </message>
        <message>
            <source>{before} % → {after} % full</source>
            <translation>{before} % → {after} % full</translation>
        </message>
        <message>
            <source>{before} % → {after} % full, at worst {worst} %</source>
            <translation>{before} % → {after} % full, at worst {worst} %</translation>
        </message>
        <message>
            <source>Tick: before. Filled: afterwards. Outlined: at the worst moment.</source>
            <translation>Tick: before. Filled: afterwards. Outlined: at the worst moment.</translation>
        </message>
    </context>
    <context>
        <name>PlanCards</name>
        <message>
            <source>Empty after</source>
            <translation>Empty after</translation>
        </message>
        <message>
            <source>Downtime of all</source>
            <translation>Downtime of all</translation>
        </message>
        <message>
            <source>Migrations</source>
            <translation>Migrations</translation>
        </message>
        <message>
            <source>Difference in space afterwards</source>
            <translation>Difference in space afterwards</translation>
        </message>
        <message>
            <source>Difference in memory afterwards</source>
            <translation>Difference in memory afterwards</translation>
        </message>
        <message>
            <source>Data sent</source>
            <translation>Data sent</translation>
        </message>
        <message>
            <source>{figure} – best</source>
            <translation>{figure} – best</translation>
        </message>
        <message>
            <source>Use this plan</source>
            <translation>Use this plan</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>In use</translation>
        </message>
    </context>
    <context>
        <name>PlanInTime</name>
        <message>
            <source>By destination</source>
            <translation>By destination</translation>
        </message>
        <message>
            <source>By source</source>
            <translation>By source</translation>
        </message>
        <message>
            <source>How the migrations are grouped</source>
            <translation>How the migrations are grouped</translation>
        </message>
        <message>
            <source>Below where they go to, or below where they come from and queue.</source>
            <translation>Below where they go to, or below where they come from and queue.</translation>
        </message>
        <message>
            <source>Back to the proposed plan</source>
            <translation>Back to the proposed plan</translation>
        </message>
        <message>
            <source>Drag a bar to another datastore for another destination, or along the time for another turn; Enter asks. Hatched: waits for its turn.</source>
            <translation>Drag a bar to another datastore for another destination, or along the time for another turn; Enter asks. Hatched: waits for its turn.</translation>
        </message>
        <message>
            <source>Drag a bar to another host for another destination, or along the time for another turn; Enter asks. Hatched: waits for its turn.</source>
            <translation>Drag a bar to another host for another destination, or along the time for another turn; Enter asks. Hatched: waits for its turn.</translation>
        </message>
        <message>
            <source>Sources are shown. Group by destination to drag a bar to another one, or press Enter.</source>
            <translation>Sources are shown. Group by destination to drag a bar to another one, or press Enter.</translation>
        </message>
        <message>
            <source>One turn earlier</source>
            <translation>One turn earlier</translation>
        </message>
        <message>
            <source>One turn later</source>
            <translation>One turn later</translation>
        </message>
    </context>
    <context>
        <name>PlanPage</name>
        <message>
            <source>Stop</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>What stands against the plan</source>
            <translation>What stands against the plan</translation>
        </message>
        <message>
            <source>In time</source>
            <translation>In time</translation>
        </message>
        <message>
            <source>Migrations</source>
            <translation>Migrations</translation>
        </message>
        <message>
            <source>Hosts</source>
            <translation>Hosts</translation>
        </message>
        <message>
            <source>Datastores</source>
            <translation>Datastores</translation>
        </message>
        <message>
            <source>Other plans</source>
            <translation>Other plans</translation>
        </message>
        <message>
            <source>Planning…</source>
            <translation>Planning…</translation>
        </message>
        <message>
            <source>Stopped. Go back, and come again for a plan.</source>
            <translation>Stopped. Go back, and come again for a plan.</translation>
        </message>
        <message>
            <source>There is no plan: {reason}</source>
            <translation>There is no plan: {reason}</translation>
        </message>
        <message>
            <source>Checking, and estimating anew…</source>
            <translation>Checking, and estimating anew…</translation>
        </message>
        <message>
            <source>Changed: empty after {now} instead of {before}.</source>
            <translation>Changed: empty after {now} instead of {before}.</translation>
        </message>
        <message>
            <source>Not possible: {reasons}</source>
            <translation>Not possible: {reasons}</translation>
        </message>
        <message>
            <source>Stands against it ({count})</source>
            <translation>Stands against it ({count})</translation>
        </message>
        <message numerus="yes">
            <source>%n migration(s)</source>
            <translation>
                <numerusform>%n migration</numerusform>
                <numerusform>%n migrations</numerusform>
            </translation>
        </message>
        <message>
            <source>empty after {time}</source>
            <translation>empty after {time}</translation>
        </message>
        <message>
            <source>downtime of all together {time}</source>
            <translation>downtime of all together {time}</translation>
        </message>
        <message>
            <source>{data} sent</source>
            <translation>{data} sent</translation>
        </message>
        <message>
            <source>Before: {decisions}.</source>
            <translation>Before: {decisions}.</translation>
        </message>
        <message>
            <source>No plan is faster than {time}; this one takes {percent} % longer. All figures are simulated.</source>
            <translation>No plan is faster than {time}; this one takes {percent} % longer. All figures are simulated.</translation>
        </message>
        <message>
            <source>It fits into the window {window}.</source>
            <translation>It fits into the window {window}.</translation>
        </message>
        <message>
            <source>It does not fit into {window}.</source>
            <translation>It does not fit into {window}.</translation>
        </message>
        <message>
            <source>Not all that has to leave can leave: see what stands against it.</source>
            <translation>Not all that has to leave can leave: see what stands against it.</translation>
        </message>
        <message>
            <source>Changed by hand</source>
            <translation>Changed by hand</translation>
        </message>
    </context>
    <context>
        <name>PlanRun</name>
        <message>
            <source>decisions before maintenance</source>
            <translation>decisions before maintenance</translation>
        </message>
    </context>
    <context>
        <name>PlanRunLog</name>
        <message>
            <source>The plan begins: {count} migrations.</source>
            <translation>The plan begins: {count} migrations.</translation>
        </message>
        <message>
            <source>No new plan could be made: {reason}</source>
            <translation>No new plan could be made: {reason}</translation>
        </message>
        <message>
            <source>{vm} to {host}: a person has cancelled this migration.</source>
            <translation>{vm} to {host}: a person has cancelled this migration.</translation>
        </message>
        <message>
            <source>{vm} to {host} failed: {reason}</source>
            <translation>{vm} to {host} failed: {reason}</translation>
        </message>
        <message>
            <source>Proposed for the rest: {count} migrations to begin; it waits for an answer.</source>
            <translation>Proposed for the rest: {count} migrations to begin; it waits for an answer.</translation>
        </message>
        <message>
            <source>{vm} now to {host}</source>
            <translation>{vm} now to {host}</translation>
        </message>
        <message>
            <source>New plan of the rest: {count} migrations to begin.</source>
            <translation>New plan of the rest: {count} migrations to begin.</translation>
        </message>
        <message>
            <source>The rest is planned anew; what runs goes on, and the clock stands meanwhile.</source>
            <translation>The rest is planned anew; what runs goes on, and the clock stands meanwhile.</translation>
        </message>
        <message>
            <source>Paused: no migration begins; what runs goes on.</source>
            <translation>Paused: no migration begins; what runs goes on.</translation>
        </message>
        <message>
            <source>Aborted: nothing more begins.</source>
            <translation>Aborted: nothing more begins.</translation>
        </message>
        <message>
            <source>Ended before all was done.</source>
            <translation>Ended before all was done.</translation>
        </message>
        <message>
            <source>All migrations have ended.</source>
            <translation>All migrations have ended.</translation>
        </message>
        <message>
            <source>no longer in the inventory</source>
            <translation>no longer in the inventory</translation>
        </message>
        <message>
            <source>stays</source>
            <translation>stays</translation>
        </message>
        <message>
            <source>not running</source>
            <translation>not running</translation>
        </message>
        <message>
            <source>has moved</source>
            <translation>has moved</translation>
        </message>
        <message>
            <source>stays: its migration did not complete</source>
            <translation>stays: its migration did not complete</translation>
        </message>
        <message>
            <source>going back: its migration did not complete</source>
            <translation>going back: its migration did not complete</translation>
        </message>
        <message>
            <source>waits, for {host}</source>
            <translation>waits, for {host}</translation>
        </message>
        <message>
            <source>on its way to {host}</source>
            <translation>on its way to {host}</translation>
        </message>
    </context>
    <context>
        <name>PlanStage</name>
        <message>
            <source>The hosts of the plan</source>
            <translation>The hosts of the plan</translation>
        </message>
    </context>
    <context>
        <name>PlaySlider</name>
        <message>
            <source>Play the plan ahead</source>
            <translation>Play the plan ahead</translation>
        </message>
        <message>
            <source>Moment of the plan</source>
            <translation>Moment of the plan</translation>
        </message>
        <message>
            <source>{time} · {done} of {count} moved</source>
            <translation>{time} · {done} of {count} moved</translation>
        </message>
    </context>
    <context>
        <name>PossibilitiesController</name>
        <message>
            <source>&amp;Who can go where…</source>
            <translation>&amp;Who can go where…</translation>
        </message>
    </context>
    <context>
        <name>PossibilitiesModel</name>
        <message>
            <source>Stand-alone hosts</source>
            <translation>Stand-alone hosts</translation>
        </message>
        <message>
            <source>{vm} to {place}: {able} hosts able, {cautioned} with warnings, {unable} unable</source>
            <translation>{vm} to {place}: {able} hosts able, {cautioned} with warnings, {unable} unable</translation>
        </message>
        <message>
            <source>able</source>
            <translation>able</translation>
        </message>
        <message>
            <source>able with warnings</source>
            <translation>able with warnings</translation>
        </message>
        <message>
            <source>unable</source>
            <translation>unable</translation>
        </message>
        <message>
            <source>runs here</source>
            <translation>runs here</translation>
        </message>
        <message>
            <source>not checked yet</source>
            <translation>not checked yet</translation>
        </message>
    </context>
    <context>
        <name>PossibilitiesTable</name>
        <message>
            <source>Who can go where</source>
            <translation>Who can go where</translation>
        </message>
    </context>
    <context>
        <name>PossibilitiesWindow</name>
        <message>
            <source>Who can go where</source>
            <translation>Who can go where</translation>
        </message>
        <message>
            <source>Filter virtual machines</source>
            <translation>Filter virtual machines</translation>
        </message>
        <message>
            <source>Filter hosts and clusters</source>
            <translation>Filter hosts and clusters</translation>
        </message>
        <message>
            <source>Show all virtual machines</source>
            <translation>Show all virtual machines</translation>
        </message>
        <message>
            <source>Virtual machines checked</source>
            <translation>Virtual machines checked</translation>
        </message>
        <message>
            <source>Reasons</source>
            <translation>Reasons</translation>
        </message>
        <message>
            <source>Relocate virtual machine</source>
            <translation>Relocate virtual machine</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Continue</translation>
        </message>
        <message>
            <source>{vms} VMs × {hosts} hosts: ✓ {able} · ⚠ {cautioned} · ✕ {unable}</source>
            <translation>{vms} VMs × {hosts} hosts: ✓ {able} · ⚠ {cautioned} · ✕ {unable}</translation>
        </message>
    </context>
    <context>
        <name>Prediction</name>
        <message>
            <source>Simulated ranges: least and most of {runs} runs by chance. Random are the pages that are written, and where phases and sweeps of the workloads stand; faults are not foreseen.</source>
            <translation>Simulated ranges: least and most of {runs} runs by chance. Random are the pages that are written, and where phases and sweeps of the workloads stand; faults are not foreseen.</translation>
        </message>
        <message>
            <source>Will converge: the guest dirties {share} of what is copied in the same time.</source>
            <translation>Will converge: the guest dirties {share} of what is copied in the same time.</translation>
        </message>
        <message>
            <source>Converges by slowing the guest, by up to {slow}: at first it dirties {share} of what is copied in the same time.</source>
            <translation>Converges by slowing the guest, by up to {slow}: at first it dirties {share} of what is copied in the same time.</translation>
        </message>
        <message>
            <source>Does not converge by itself: the guest dirties {share} of what is copied in the same time.</source>
            <translation>Does not converge by itself: the guest dirties {share} of what is copied in the same time.</translation>
        </message>
        <message>
            <source>fails</source>
            <translation>fails</translation>
        </message>
        <message>
            <source>Simulated, as if this migration ran alone from now on.</source>
            <translation>Simulated, as if this migration ran alone from now on.</translation>
        </message>
        <message>
            <source>{range} (fails in {failed} of {runs} runs)</source>
            <translation>{range} (fails in {failed} of {runs} runs)</translation>
        </message>
        <message>
            <source>{range} left</source>
            <translation>{range} left</translation>
        </message>
        <message>
            <source>dirty rate rose to {rate}</source>
            <translation>dirty rate rose to {rate}</translation>
        </message>
        <message>
            <source>dirty rate fell to {rate}</source>
            <translation>dirty rate fell to {rate}</translation>
        </message>
        <message>
            <source>copy rate rose to {rate}</source>
            <translation>copy rate rose to {rate}</translation>
        </message>
        <message>
            <source>copy rate fell to {rate}</source>
            <translation>copy rate fell to {rate}</translation>
        </message>
    </context>
    <context>
        <name>PresenterController</name>
        <message>
            <source>&amp;Presenter mode</source>
            <translation>&amp;Presenter mode</translation>
        </message>
        <message>
            <source>Speaker &amp;notes</source>
            <translation>Speaker &amp;notes</translation>
        </message>
    </context>
    <context>
        <name>PriorityPage</name>
        <message>
            <source>Schedule vMotion with high priority</source>
            <translation>Schedule vMotion with high priority</translation>
        </message>
        <message>
            <source>Starts before regular migrations that wait in the queue.</source>
            <translation>Starts before regular migrations that wait in the queue.</translation>
        </message>
        <message>
            <source>Schedule regular vMotion</source>
            <translation>Schedule regular vMotion</translation>
        </message>
        <message>
            <source>Starts in the order in which migrations were asked for.</source>
            <translation>Starts in the order in which migrations were asked for.</translation>
        </message>
    </context>
    <context>
        <name>QuestionField</name>
        <message>
            <source>Nothing is asked</source>
            <translation>Nothing is asked</translation>
        </message>
        <message>
            <source>A number</source>
            <translation>A number</translation>
        </message>
        <message>
            <source>One of several answers</source>
            <translation>One of several answers</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>Question</translation>
        </message>
        <message>
            <source>Right if this is true</source>
            <translation>Right if this is true</translation>
        </message>
        <message>
            <source>Answers</source>
            <translation>Answers</translation>
        </message>
        <message>
            <source>Add an answer</source>
            <translation>Add an answer</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>The step asks for</source>
            <translation>The step asks for</translation>
        </message>
        <message>
            <source>The number of the run</source>
            <translation>The number of the run</translation>
        </message>
        <message>
            <source>Its unit</source>
            <translation>Its unit</translation>
        </message>
        <message>
            <source>Right within</source>
            <translation>Right within</translation>
        </message>
        <message>
            <source>The answer is told in</source>
            <translation>The answer is told in</translation>
        </message>
    </context>
    <context>
        <name>QuestionForm</name>
        <message>
            <source>Answer</source>
            <translation>Answer</translation>
        </message>
        <message>
            <source>I would rather see</source>
            <translation>I would rather see</translation>
        </message>
    </context>
    <context>
        <name>ReadyPage</name>
        <message>
            <source>Virtual machine</source>
            <translation>Virtual machine</translation>
        </message>
        <message>
            <source>From</source>
            <translation>From</translation>
        </message>
        <message>
            <source>To</source>
            <translation>To</translation>
        </message>
        <message>
            <source>Duration</source>
            <translation>Duration</translation>
        </message>
        <message>
            <source>Downtime</source>
            <translation>Downtime</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>Data</translation>
        </message>
        <message>
            <source>Virtual machines to migrate</source>
            <translation>Virtual machines to migrate</translation>
        </message>
        <message>
            <source>Migration type:</source>
            <translation>Migration type:</translation>
        </message>
        <message>
            <source>Compute resource:</source>
            <translation>Compute resource:</translation>
        </message>
        <message>
            <source>Storage:</source>
            <translation>Storage:</translation>
        </message>
        <message>
            <source>Virtual disk format:</source>
            <translation>Virtual disk format:</translation>
        </message>
        <message>
            <source>Networks:</source>
            <translation>Networks:</translation>
        </message>
        <message>
            <source>vMotion priority:</source>
            <translation>vMotion priority:</translation>
        </message>
        <message>
            <source>High</source>
            <translation>High</translation>
        </message>
        <message>
            <source>Regular</source>
            <translation>Regular</translation>
        </message>
        <message>
            <source>assigned adapter by adapter</source>
            <translation>assigned adapter by adapter</translation>
        </message>
        <message>
            <source>Simulated by the rules of {profile}.</source>
            <translation>Simulated by the rules of {profile}.</translation>
        </message>
    </context>
    <context>
        <name>ReasonList</name>
        <message>
            <source>Reasons</source>
            <translation>Reasons</translation>
        </message>
        <message>
            <source>Fault: {name}</source>
            <translation>Fault: {name}</translation>
        </message>
        <message>
            <source>Cause: {names}</source>
            <translation>Cause: {names}</translation>
        </message>
        <message>
            <source>Fix it…</source>
            <translation>Fix it…</translation>
        </message>
        <message>
            <source>Shows what would be changed and what else that brings, before it is done.</source>
            <translation>Shows what would be changed and what else that brings, before it is done.</translation>
        </message>
        <message>
            <source>Fix it: {reason}</source>
            <translation>Fix it: {reason}</translation>
        </message>
    </context>
    <context>
        <name>RecordingPane</name>
        <message>
            <source>Recording</source>
            <translation>Recording</translation>
        </message>
        <message>
            <source>Do what the lesson is to show. Each action becomes a step that asks for it. Pause where a step is to end: it will wait for the event that happened last. Click an object, and the spotlight falls on it.</source>
            <translation>Do what the lesson is to show. Each action becomes a step that asks for it. Pause where a step is to end: it will wait for the event that happened last. Click an object, and the spotlight falls on it.</translation>
        </message>
        <message>
            <source>Steps so far</source>
            <translation>Steps so far</translation>
        </message>
        <message>
            <source>The step ends here</source>
            <translation>The step ends here</translation>
        </message>
        <message>
            <source>Stop and edit…</source>
            <translation>Stop and edit…</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Discard</translation>
        </message>
    </context>
    <context>
        <name>Recordings</name>
        <message>
            <source>Recorded migrations (*.json)</source>
            <translation>Recorded migrations (*.json)</translation>
        </message>
        <message>
            <source>Simulating {count} recorded migrations…</source>
            <translation>Simulating {count} recorded migrations…</translation>
        </message>
        <message>
            <source>Measured and simulated</source>
            <translation>Measured and simulated</translation>
        </message>
    </context>
    <context>
        <name>ReferencePicker</name>
        <message>
            <source>(none)</source>
            <translation>(none)</translation>
        </message>
        <message>
            <source>(choose)</source>
            <translation>(choose)</translation>
        </message>
    </context>
    <context>
        <name>ReferenceWindow</name>
        <message>
            <source>Filter</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>Explanation</source>
            <translation>Explanation</translation>
        </message>
        <message>
            <source>Play the lesson about it</source>
            <translation>Play the lesson about it</translation>
        </message>
        <message>
            <source>Opens a lesson in which this can be watched; what is open stays open behind it.</source>
            <translation>Opens a lesson in which this can be watched; what is open stays open behind it.</translation>
        </message>
        <message>
            <source>{count} found</source>
            <translation>{count} found</translation>
        </message>
    </context>
    <context>
        <name>References</name>
        <message>
            <source>&amp;Glossary…</source>
            <translation>&amp;Glossary…</translation>
        </message>
        <message>
            <source>&amp;Checks before a migration…</source>
            <translation>&amp;Checks before a migration…</translation>
        </message>
    </context>
    <context>
        <name>ReferencesEditor</name>
        <message>
            <source>Filter by name</source>
            <translation>Filter by name</translation>
        </message>
        <message>
            <source>{count} of {total} chosen</source>
            <translation>{count} of {total} chosen</translation>
        </message>
        <message>
            <source>There is nothing yet that could be chosen.</source>
            <translation>There is nothing yet that could be chosen.</translation>
        </message>
    </context>
    <context>
        <name>RefusalDialog</name>
        <message>
            <source>Migrate…</source>
            <translation>Migrate…</translation>
        </message>
        <message>
            <source>Why not? | {target}</source>
            <translation>Why not? | {target}</translation>
        </message>
        <message>
            <source>Relocate virtual machine</source>
            <translation>Relocate virtual machine</translation>
        </message>
        <message>
            <source>{vms} and {count} more</source>
            <translation>{vms} and {count} more</translation>
        </message>
        <message>
            <source>{vms} cannot go to {target}. All reasons, each with its cure:</source>
            <translation>{vms} cannot go to {target}. All reasons, each with its cure:</translation>
        </message>
        <message>
            <source>Nothing stands against moving {vms} to {target} any more.</source>
            <translation>Nothing stands against moving {vms} to {target} any more.</translation>
        </message>
    </context>
    <context>
        <name>RemoveDialog</name>
        <message>
            <source>Remove {names}</source>
            <translation>Remove {names}</translation>
        </message>
        <message>
            <source>What this is about</source>
            <translation>What this is about</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>This cannot be removed yet:</source>
            <translation>This cannot be removed yet:</translation>
        </message>
        <message>
            <source>These go along: {kinds}.</source>
            <translation>These go along: {kinds}.</translation>
        </message>
        <message>
            <source>{title}? It can be brought back with Ctrl+Z.</source>
            <translation>{title}? It can be brought back with Ctrl+Z.</translation>
        </message>
    </context>
    <context>
        <name>Renaming</name>
        <message>
            <source>Rename {name}</source>
            <translation>Rename {name}</translation>
        </message>
        <message>
            <source>New name:</source>
            <translation>New name:</translation>
        </message>
        <message>
            <source>There is another object of this kind with the name “{name}”.</source>
            <translation>There is another object of this kind with the name “{name}”.</translation>
        </message>
        <message>
            <source>renaming of {old} to {name}</source>
            <translation>renaming of {old} to {name}</translation>
        </message>
    </context>
    <context>
        <name>ReportWindow</name>
        <message>
            <source>Report: {title}</source>
            <translation>Report: {title}</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Report</translation>
        </message>
        <message>
            <source>Bring them home…</source>
            <translation>Bring them home…</translation>
        </message>
        <message>
            <source>Takes the hosts out of maintenance mode, starts what was shut down or suspended for it, plans an order in which all find room, and begins it.</source>
            <translation>Takes the hosts out of maintenance mode, starts what was shut down or suspended for it, plans an order in which all find room, and begins it.</translation>
        </message>
        <message>
            <source>Takes the datastores out of maintenance mode, plans an order in which all files find room, and begins it.</source>
            <translation>Takes the datastores out of maintenance mode, plans an order in which all files find room, and begins it.</translation>
        </message>
        <message>
            <source>Save report…</source>
            <translation>Save report…</translation>
        </message>
        <message>
            <source>Close window</source>
            <translation>Close window</translation>
        </message>
        <message>
            <source>All run again.</source>
            <translation>All run again.</translation>
        </message>
        <message>
            <source>Planning the way home…</source>
            <translation>Planning the way home…</translation>
        </message>
        <message>
            <source>start after maintenance</source>
            <translation>start after maintenance</translation>
        </message>
        <message>
            <source>There is no order in which they find room, or all are home.</source>
            <translation>There is no order in which they find room, or all are home.</translation>
        </message>
        <message>
            <source>Save report</source>
            <translation>Save report</translation>
        </message>
        <message>
            <source>For a browser (*.html);;To print (*.pdf)</source>
            <translation>For a browser (*.html);;To print (*.pdf)</translation>
        </message>
        <message>
            <source>{path} was not written: {reason}. Choose another place.</source>
            <translation>{path} was not written: {reason}. Choose another place.</translation>
        </message>
    </context>
    <context>
        <name>RollingBars</name>
        <message>
            <source>VMs leave</source>
            <translation>VMs leave</translation>
        </message>
        <message>
            <source>work</source>
            <translation>work</translation>
        </message>
        <message>
            <source>VMs go home</source>
            <translation>VMs go home</translation>
        </message>
        <message>
            <source>left out</source>
            <translation>left out</translation>
        </message>
    </context>
    <context>
        <name>RollingRun</name>
        <message>
            <source>start after maintenance</source>
            <translation>start after maintenance</translation>
        </message>
    </context>
    <context>
        <name>RollingWindow</name>
        <message>
            <source>Rolling maintenance</source>
            <translation>Rolling maintenance</translation>
        </message>
        <message>
            <source>as many as possible</source>
            <translation>as many as possible</translation>
        </message>
        <message>
            <source> min</source>
            <translation> min</translation>
        </message>
        <message>
            <source>VMs go home before the next step</source>
            <translation>VMs go home before the next step</translation>
        </message>
        <message>
            <source>VMs on local storage may move with their disks</source>
            <translation>VMs on local storage may move with their disks</translation>
        </message>
        <message>
            <source>To be done by:</source>
            <translation>To be done by:</translation>
        </message>
        <message>
            <source>End of the maintenance window</source>
            <translation>End of the maintenance window</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>Plan</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>Steps of the plan</source>
            <translation>Steps of the plan</translation>
        </message>
        <message>
            <source>What stands against the plan</source>
            <translation>What stands against the plan</translation>
        </message>
        <message>
            <source>Double-click, or Enter: plan this host by itself, with cures and decisions.</source>
            <translation>Double-click, or Enter: plan this host by itself, with cures and decisions.</translation>
        </message>
        <message>
            <source>The plan in time</source>
            <translation>The plan in time</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>Timeline</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>Steps</translation>
        </message>
        <message>
            <source>Decisions</source>
            <translation>Decisions</translation>
        </message>
        <message>
            <source>What becomes of single machines when their host's turn comes.</source>
            <translation>What becomes of single machines when their host's turn comes.</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Start</translation>
        </message>
        <message>
            <source>Carry the plan out in the simulated estate, host by host.</source>
            <translation>Carry the plan out in the simulated estate, host by host.</translation>
        </message>
        <message>
            <source>Stop after this step</source>
            <translation>Stop after this step</translation>
        </message>
        <message>
            <source>Close window</source>
            <translation>Close window</translation>
        </message>
        <message>
            <source>Cluster:</source>
            <translation>Cluster:</translation>
        </message>
        <message>
            <source>Hosts at once:</source>
            <translation>Hosts at once:</translation>
        </message>
        <message>
            <source>Work on each:</source>
            <translation>Work on each:</translation>
        </message>
        <message numerus="yes">
            <source>%n host(s) may be empty at once and leave HA its room.</source>
            <translation>
                <numerusform>%n host may be empty at once and leave HA its room.</numerusform>
                <numerusform>%n hosts may be empty at once and leave HA its room.</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose, then press Plan.</source>
            <translation>Choose, then press Plan.</translation>
        </message>
        <message>
            <source>Planning…</source>
            <translation>Planning…</translation>
        </message>
        <message>
            <source>There is no plan: {reason}</source>
            <translation>There is no plan: {reason}</translation>
        </message>
        <message>
            <source>Hosts</source>
            <translation>Hosts</translation>
        </message>
        <message>
            <source>Begins</source>
            <translation>Begins</translation>
        </message>
        <message>
            <source>Empty</source>
            <translation>Empty</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>Migrations</source>
            <translation>Migrations</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>Home</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Stands against it ({count})</source>
            <translation>Stands against it ({count})</translation>
        </message>
        <message>
            <source>{done} of {count} hosts, {at_once} at once · {moves} migrations · done at {end}, after {time}.</source>
            <translation>{done} of {count} hosts, {at_once} at once · {moves} migrations · done at {end}, after {time}.</translation>
        </message>
        <message>
            <source>No host can be emptied as it is now: see what stands against it, and decide what to do.</source>
            <translation>No host can be emptied as it is now: see what stands against it, and decide what to do.</translation>
        </message>
        <message>
            <source>Decided: {decisions}.</source>
            <translation>Decided: {decisions}.</translation>
        </message>
        <message>
            <source>Left as they are: {hosts}.</source>
            <translation>Left as they are: {hosts}.</translation>
        </message>
        <message>
            <source>It fits into the window.</source>
            <translation>It fits into the window.</translation>
        </message>
        <message>
            <source>It does not fit into the window.</source>
            <translation>It does not fit into the window.</translation>
        </message>
        <message>
            <source>{clock}, day {day}</source>
            <translation>{clock}, day {day}</translation>
        </message>
        <message>
            <source>left out: see what stands against it</source>
            <translation>left out: see what stands against it</translation>
        </message>
        <message>
            <source>being emptied: {done} of {count}</source>
            <translation>being emptied: {done} of {count}</translation>
        </message>
        <message>
            <source>waits</source>
            <translation>waits</translation>
        </message>
        <message>
            <source>not begun</source>
            <translation>not begun</translation>
        </message>
        <message>
            <source>enters maintenance mode</source>
            <translation>enters maintenance mode</translation>
        </message>
        <message>
            <source>being worked on</source>
            <translation>being worked on</translation>
        </message>
        <message>
            <source>VMs go home</source>
            <translation>VMs go home</translation>
        </message>
        <message>
            <source>✓ done</source>
            <translation>✓ done</translation>
        </message>
        <message>
            <source>✕ could not be emptied</source>
            <translation>✕ could not be emptied</translation>
        </message>
        <message>
            <source>The estate is another one than when this was planned. Plan again.</source>
            <translation>The estate is another one than when this was planned. Plan again.</translation>
        </message>
        <message>
            <source>Rolling maintenance of {cluster}</source>
            <translation>Rolling maintenance of {cluster}</translation>
        </message>
    </context>
    <context>
        <name>RuleDialog</name>
        <message>
            <source>VM/Host rule</source>
            <translation>VM/Host rule</translation>
        </message>
        <message>
            <source>&amp;Name:</source>
            <translation>&amp;Name:</translation>
        </message>
        <message>
            <source>&amp;Type:</source>
            <translation>&amp;Type:</translation>
        </message>
        <message>
            <source>&amp;Virtual machines:</source>
            <translation>&amp;Virtual machines:</translation>
        </message>
        <message>
            <source>&amp;Hosts:</source>
            <translation>&amp;Hosts:</translation>
        </message>
        <message>
            <source>The rule needs a name.</source>
            <translation>The rule needs a name.</translation>
        </message>
        <message>
            <source>Too few virtual machines are chosen.</source>
            <translation>Too few virtual machines are chosen.</translation>
        </message>
        <message>
            <source>No host is chosen.</source>
            <translation>No host is chosen.</translation>
        </message>
    </context>
    <context>
        <name>RulesDialog</name>
        <message>
            <source>VM/Host rules of {cluster}</source>
            <translation>VM/Host rules of {cluster}</translation>
        </message>
        <message>
            <source>Rules</source>
            <translation>Rules</translation>
        </message>
        <message>
            <source>&amp;Add…</source>
            <translation>&amp;Add…</translation>
        </message>
        <message>
            <source>&amp;Edit…</source>
            <translation>&amp;Edit…</translation>
        </message>
        <message>
            <source>&amp;Remove</source>
            <translation>&amp;Remove</translation>
        </message>
    </context>
    <context>
        <name>RunWindow</name>
        <message>
            <source>What happened</source>
            <translation>What happened</translation>
        </message>
        <message>
            <source>Where the virtual machines are</source>
            <translation>Where the virtual machines are</translation>
        </message>
        <message>
            <source>Ask before a new plan is carried out</source>
            <translation>Ask before a new plan is carried out</translation>
        </message>
        <message>
            <source>When a migration fails, the rest is planned anew and goes on by itself, if all can still leave. Otherwise you are asked in any case.</source>
            <translation>When a migration fails, the rest is planned anew and goes on by itself, if all can still leave. Otherwise you are asked in any case.</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>Abort</source>
            <translation>Abort</translation>
        </message>
        <message>
            <source>Report…</source>
            <translation>Report…</translation>
        </message>
        <message>
            <source>Close window</source>
            <translation>Close window</translation>
        </message>
        <message>
            <source>Outlined: planned. Filled: as it goes. Hatched: waits for its turn. Cross: failed. All simulated.</source>
            <translation>Outlined: planned. Filled: as it goes. Hatched: waits for its turn. Cross: failed. All simulated.</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>After the running migrations</source>
            <translation>After the running migrations</translation>
        </message>
        <message>
            <source>Now: cancel the running migrations</source>
            <translation>Now: cancel the running migrations</translation>
        </message>
        <message>
            <source>The way home</source>
            <translation>The way home</translation>
        </message>
        <message>
            <source>{done} of {count} migrations completed, {lost} failed or cancelled, after {time}.</source>
            <translation>{done} of {count} migrations completed, {lost} failed or cancelled, after {time}.</translation>
        </message>
        <message>
            <source>Virtual machine</source>
            <translation>Virtual machine</translation>
        </message>
        <message>
            <source>Now on</source>
            <translation>Now on</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>Resume</translation>
        </message>
        <message>
            <source>{hosts}: empty, and entering maintenance mode.</source>
            <translation>{hosts}: empty, and entering maintenance mode.</translation>
        </message>
        <message>
            <source>All are where they should be.</source>
            <translation>All are where they should be.</translation>
        </message>
        <message>
            <source>A migration did not complete: the rest is planned anew. The clock stands meanwhile.</source>
            <translation>A migration did not complete: the rest is planned anew. The clock stands meanwhile.</translation>
        </message>
        <message>
            <source>Paused: nothing more begins until you resume; what runs goes on.</source>
            <translation>Paused: nothing more begins until you resume; what runs goes on.</translation>
        </message>
        <message>
            <source>Nothing more begins; what runs comes to its end.</source>
            <translation>Nothing more begins; what runs comes to its end.</translation>
        </message>
        <message>
            <source>Not all are back where they were. Every virtual machine is listed below.</source>
            <translation>Not all are back where they were. Every virtual machine is listed below.</translation>
        </message>
        <message>
            <source>No datastore was taken into maintenance mode. Every virtual machine is listed below.</source>
            <translation>No datastore was taken into maintenance mode. Every virtual machine is listed below.</translation>
        </message>
        <message>
            <source>No host was taken into maintenance mode. Every virtual machine is listed below.</source>
            <translation>No host was taken into maintenance mode. Every virtual machine is listed below.</translation>
        </message>
        <message>
            <source>Not all datastores are empty. Files are still there of: {vms}. All others are listed below.</source>
            <translation>Not all datastores are empty. Files are still there of: {vms}. All others are listed below.</translation>
        </message>
        <message>
            <source>Not all hosts are empty. Still there, and running: {places}. All others are listed below.</source>
            <translation>Not all hosts are empty. Still there, and running: {places}. All others are listed below.</translation>
        </message>
    </context>
    <context>
        <name>RunsChart</name>
        <message>
            <source>Remaining memory</source>
            <translation>Remaining memory</translation>
        </message>
        <message>
            <source>Copy bandwidth</source>
            <translation>Copy bandwidth</translation>
        </message>
        <message>
            <source>Dirty-page rate</source>
            <translation>Dirty-page rate</translation>
        </message>
        <message>
            <source>Guest slow-down</source>
            <translation>Guest slow-down</translation>
        </message>
        <message>
            <source>Runs of the migration over each other</source>
            <translation>Runs of the migration over each other</translation>
        </message>
        <message>
            <source>{name}: a click hides it or shows it again; the axes fit what is shown</source>
            <translation>{name}: a click hides it or shows it again; the axes fit what is shown</translation>
        </message>
    </context>
    <context>
        <name>SearchDialog</name>
        <message>
            <source>Search the whole inventory</source>
            <translation>Search the whole inventory</translation>
        </message>
        <message>
            <source>Name or address of any object</source>
            <translation>Name or address of any object</translation>
        </message>
        <message>
            <source>{shown} of {count} objects</source>
            <translation>{shown} of {count} objects</translation>
        </message>
        <message>
            <source> on {host}</source>
            <translation> on {host}</translation>
        </message>
    </context>
    <context>
        <name>ServiceView</name>
        <message>
            <source>Service monitor</source>
            <translation>Service monitor</translation>
        </message>
        <message>
            <source>No virtual machine is being watched.</source>
            <translation>No virtual machine is being watched.</translation>
        </message>
        <message>
            <source>Requests answered: {answered} of {sent}</source>
            <translation>Requests answered: {answered} of {sent}</translation>
        </message>
        <message>
            <source>Longest pause: {gap}; {delayed} requests answered late</source>
            <translation>Longest pause: {gap}; {delayed} requests answered late</translation>
        </message>
        <message>
            <source>No pause so far</source>
            <translation>No pause so far</translation>
        </message>
        <message>
            <source>Client connection: open</source>
            <translation>Client connection: open</translation>
        </message>
        <message>
            <source>Client connection: lost</source>
            <translation>Client connection: lost</translation>
        </message>
        <message>
            <source>Answer after {latency}</source>
            <translation>Answer after {latency}</translation>
        </message>
        <message>
            <source>Not answering now</source>
            <translation>Not answering now</translation>
        </message>
        <message>
            <source>Switch: {mac} still at {host}; frames are lost until the RARP</source>
            <translation>Switch: {mac} still at {host}; frames are lost until the RARP</translation>
        </message>
        <message>
            <source>Switch: {mac} at {host} (RARP {time})</source>
            <translation>Switch: {mac} at {host} (RARP {time})</translation>
        </message>
        <message>
            <source>Switch: {mac} at {host}</source>
            <translation>Switch: {mac} at {host}</translation>
        </message>
    </context>
    <context>
        <name>SettingsDialog</name>
        <message>
            <source>Settings</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>&amp;Arrange the panels as at first</source>
            <translation>&amp;Arrange the panels as at first</translation>
        </message>
        <message>
            <source>Changes take effect at once. The program remembers them, and the window's layout.</source>
            <translation>Changes take effect at once. The program remembers them, and the window's layout.</translation>
        </message>
    </context>
    <context>
        <name>SituationController</name>
        <message>
            <source>&amp;Situations…</source>
            <translation>&amp;Situations…</translation>
        </message>
        <message>
            <source>Start a s&amp;ituation</source>
            <translation>Start a s&amp;ituation</translation>
        </message>
    </context>
    <context>
        <name>SituationGallery</name>
        <message>
            <source>Situations</source>
            <translation>Situations</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Start</translation>
        </message>
    </context>
    <context>
        <name>SnapshotDialog</name>
        <message>
            <source>Take snapshot for {vm}</source>
            <translation>Take snapshot for {vm}</translation>
        </message>
        <message numerus="yes">
            <source>Take snapshot for %n VM(s)</source>
            <translation>
                <numerusform>Take snapshot for %n VM</numerusform>
                <numerusform>Take snapshot for %n VMs</numerusform>
            </translation>
        </message>
        <message>
            <source>VM Snapshot {number}</source>
            <translation>VM Snapshot {number}</translation>
        </message>
        <message>
            <source>Include virtual machine's &amp;memory</source>
            <translation>Include virtual machine's &amp;memory</translation>
        </message>
        <message>
            <source>Reverting then lets the guest go on where it was; without it, the virtual machine is off.</source>
            <translation>Reverting then lets the guest go on where it was; without it, the virtual machine is off.</translation>
        </message>
        <message>
            <source>&amp;Create</source>
            <translation>&amp;Create</translation>
        </message>
        <message>
            <source>&amp;Name:</source>
            <translation>&amp;Name:</translation>
        </message>
        <message>
            <source>+ {count} more</source>
            <translation>+ {count} more</translation>
        </message>
        <message>
            <source>These files take {size} now; the delta disks grow with what the guest writes (not simulated).</source>
            <translation>These files take {size} now; the delta disks grow with what the guest writes (not simulated).</translation>
        </message>
        <message>
            <source>snapshot of {vms}</source>
            <translation>snapshot of {vms}</translation>
        </message>
    </context>
    <context>
        <name>SnapshotEntries</name>
        <message>
            <source>The virtual machine has no snapshot.</source>
            <translation>The virtual machine has no snapshot.</translation>
        </message>
        <message>
            <source>A template has no snapshots.</source>
            <translation>A template has no snapshots.</translation>
        </message>
        <message>
            <source>Back to “{name}”.</source>
            <translation>Back to “{name}”.</translation>
        </message>
        <message>
            <source>Snapshots</source>
            <translation>Snapshots</translation>
        </message>
        <message>
            <source>Take Snapshot…</source>
            <translation>Take Snapshot…</translation>
        </message>
        <message>
            <source>Revert to Latest Snapshot</source>
            <translation>Revert to Latest Snapshot</translation>
        </message>
        <message>
            <source>Delete All Snapshots</source>
            <translation>Delete All Snapshots</translation>
        </message>
        <message>
            <source>return of {vms} to the latest snapshot</source>
            <translation>return of {vms} to the latest snapshot</translation>
        </message>
        <message>
            <source>deletion of all snapshots of {vms}</source>
            <translation>deletion of all snapshots of {vms}</translation>
        </message>
    </context>
    <context>
        <name>StagesView</name>
        <message>
            <source>Stages of the migration</source>
            <translation>Stages of the migration</translation>
        </message>
        <message>
            <source>1  Is the VM in a stable state?</source>
            <translation>1  Is the VM in a stable state?</translation>
        </message>
        <message>
            <source>2  Its state is copied</source>
            <translation>2  Its state is copied</translation>
        </message>
        <message>
            <source>3  It resumes at the target</source>
            <translation>3  It resumes at the target</translation>
        </message>
        <message>
            <source>VM is connected</source>
            <translation>VM is connected</translation>
        </message>
        <message>
            <source>No other task on the VM</source>
            <translation>No other task on the VM</translation>
        </message>
        <message>
            <source>No pending question</source>
            <translation>No pending question</translation>
        </message>
        <message>
            <source>VMware Tools state</source>
            <translation>VMware Tools state</translation>
        </message>
        <message>
            <source>Both hosts are connected</source>
            <translation>Both hosts are connected</translation>
        </message>
        <message>
            <source>Destination is compatible</source>
            <translation>Destination is compatible</translation>
        </message>
        <message>
            <source>Memory: {role}</source>
            <translation>Memory: {role}</translation>
        </message>
        <message>
            <source>Pages at the destination that are still current; the share falls when the guest writes pages again.</source>
            <translation>Pages at the destination that are still current; the share falls when the guest writes pages again.</translation>
        </message>
        <message>
            <source>Disk: {label}</source>
            <translation>Disk: {label}</translation>
        </message>
        <message>
            <source>The disk moves in one pass; writes behind the copy go to both sides.</source>
            <translation>The disk moves in one pass; writes behind the copy go to both sides.</translation>
        </message>
        <message>
            <source>BIOS</source>
            <translation>BIOS</translation>
        </message>
        <message>
            <source>Firmware settings (NVRAM)</source>
            <translation>Firmware settings (NVRAM)</translation>
        </message>
        <message>
            <source>Devices</source>
            <translation>Devices</translation>
        </message>
        <message>
            <source>State of the virtual devices</source>
            <translation>State of the virtual devices</translation>
        </message>
        <message>
            <source>CPU</source>
            <translation>CPU</translation>
        </message>
        <message>
            <source>The CPU features and state that the guest sees</source>
            <translation>The CPU features and state that the guest sees</translation>
        </message>
        <message>
            <source>MAC addresses</source>
            <translation>MAC addresses</translation>
        </message>
        <message>
            <source>They identify the VM in the network and stay the same</source>
            <translation>They identify the VM in the network and stay the same</translation>
        </message>
        <message>
            <source>Chipset state</source>
            <translation>Chipset state</translation>
        </message>
        <message>
            <source>Interrupt controllers, timers, buses</source>
            <translation>Interrupt controllers, timers, buses</translation>
        </message>
        <message>
            <source>Registers</source>
            <translation>Registers</translation>
        </message>
        <message>
            <source>The vCPUs' registers: the last parcel, while the VM is stunned</source>
            <translation>The vCPUs' registers: the last parcel, while the VM is stunned</translation>
        </message>
        <message>
            <source>Network connections</source>
            <translation>Network connections</translation>
        </message>
        <message>
            <source>Open connections go on at the target</source>
            <translation>Open connections go on at the target</translation>
        </message>
        <message>
            <source>VM quiesced</source>
            <translation>VM quiesced</translation>
        </message>
        <message>
            <source>vCPUs stop, I/O drains</source>
            <translation>vCPUs stop, I/O drains</translation>
        </message>
        <message>
            <source>Last pages sent</source>
            <translation>Last pages sent</translation>
        </message>
        <message>
            <source>What was still dirty when the VM stopped</source>
            <translation>What was still dirty when the VM stopped</translation>
        </message>
        <message>
            <source>Device state sent</source>
            <translation>Device state sent</translation>
        </message>
        <message>
            <source>The checkpoint of devices and registers</source>
            <translation>The checkpoint of devices and registers</translation>
        </message>
        <message>
            <source>Network told (RARP)</source>
            <translation>Network told (RARP)</translation>
        </message>
        <message>
            <source>The VM runs again; its clients reach it when the switches know its new port</source>
            <translation>The VM runs again; its clients reach it when the switches know its new port</translation>
        </message>
        <message>
            <source>Mirrored writes drained</source>
            <translation>Mirrored writes drained</translation>
        </message>
        <message>
            <source>Writes under way reach the new disk</source>
            <translation>Writes under way reach the new disk</translation>
        </message>
        <message>
            <source>VM resumed</source>
            <translation>VM resumed</translation>
        </message>
        <message>
            <source>The VM runs at the target</source>
            <translation>The VM runs at the target</translation>
        </message>
        <message>
            <source>Downtime in all</source>
            <translation>Downtime in all</translation>
        </message>
        <message>
            <source>How long the VM stood still (simulated)</source>
            <translation>How long the VM stood still (simulated)</translation>
        </message>
    </context>
    <context>
        <name>StepPage</name>
        <message>
            <source>Title</source>
            <translation>Title</translation>
        </message>
        <message>
            <source>Narration</source>
            <translation>Narration</translation>
        </message>
        <message>
            <source>Know more</source>
            <translation>Know more</translation>
        </message>
        <message>
            <source>Hint</source>
            <translation>Hint</translation>
        </message>
        <message>
            <source>Speaker notes</source>
            <translation>Speaker notes</translation>
        </message>
        <message>
            <source>What is true when the step ends, an expression a line</source>
            <translation>What is true when the step ends, an expression a line</translation>
        </message>
        <message>
            <source>Texts</source>
            <translation>Texts</translation>
        </message>
        <message>
            <source>Actions and end</source>
            <translation>Actions and end</translation>
        </message>
        <message>
            <source>Spotlight</source>
            <translation>Spotlight</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>Question</translation>
        </message>
    </context>
    <context>
        <name>StepRail</name>
        <message>
            <source>Steps</source>
            <translation>Steps</translation>
        </message>
        <message>
            <source>{step}, done</source>
            <translation>{step}, done</translation>
        </message>
    </context>
    <context>
        <name>StoragePage</name>
        <message>
            <source>Configure per disk</source>
            <translation>Configure per disk</translation>
        </message>
        <message>
            <source>Datastores</source>
            <translation>Datastores</translation>
        </message>
        <message>
            <source>Virtual machine</source>
            <translation>Virtual machine</translation>
        </message>
        <message>
            <source>File</source>
            <translation>File</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Size</translation>
        </message>
        <message>
            <source>Datastore</source>
            <translation>Datastore</translation>
        </message>
        <message>
            <source>Virtual disk format</source>
            <translation>Virtual disk format</translation>
        </message>
        <message>
            <source>Files of the virtual machines</source>
            <translation>Files of the virtual machines</translation>
        </message>
        <message>
            <source>Select virtual disk format:</source>
            <translation>Select virtual disk format:</translation>
        </message>
        <message>
            <source>Select files above, then a datastore or a format for them (Ctrl or Shift: several).</source>
            <translation>Select files above, then a datastore or a format for them (Ctrl or Shift: several).</translation>
        </message>
        <message>
            <source>Configuration files</source>
            <translation>Configuration files</translation>
        </message>
        <message>
            <source>Select a datastore.</source>
            <translation>Select a datastore.</translation>
        </message>
    </context>
    <context>
        <name>StoreStage</name>
        <message>
            <source>The datastores of the plan</source>
            <translation>The datastores of the plan</translation>
        </message>
        <message>
            <source>{percent} % full</source>
            <translation>{percent} % full</translation>
        </message>
        <message>
            <source>{space} free</source>
            <translation>{space} free</translation>
        </message>
    </context>
    <context>
        <name>StoresPage</name>
        <message>
            <source>Datastore</source>
            <translation>Datastore</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
        <message>
            <source>VMs</source>
            <translation>VMs</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>In use</translation>
        </message>
        <message>
            <source>Free</source>
            <translation>Free</translation>
        </message>
        <message>
            <source>Datastores to empty</source>
            <translation>Datastores to empty</translation>
        </message>
        <message>
            <source>Stays free on every destination</source>
            <translation>Stays free on every destination</translation>
        </message>
        <message>
            <source>Files may leave their datastore cluster</source>
            <translation>Files may leave their datastore cluster</translation>
        </message>
        <message>
            <source>A VM's disks may part where they do not fit on one datastore</source>
            <translation>A VM's disks may part where they do not fit on one datastore</translation>
        </message>
        <message>
            <source>Plan for:</source>
            <translation>Plan for:</translation>
        </message>
        <message>
            <source>Stays free on every destination:</source>
            <translation>Stays free on every destination:</translation>
        </message>
        <message>
            <source>In no datastore cluster</source>
            <translation>In no datastore cluster</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>Normal</translation>
        </message>
    </context>
    <context>
        <name>Student</name>
        <message>
            <source>Student mode</source>
            <translation>Student mode</translation>
        </message>
        <message>
            <source>There is a result of {name}: {points} of {possible} points.</source>
            <translation>There is a result of {name}: {points} of {possible} points.</translation>
        </message>
        <message>
            <source>Whoever begins again replaces it.</source>
            <translation>Whoever begins again replaces it.</translation>
        </message>
        <message>
            <source>Go on at step {n}</source>
            <translation>Go on at step {n}</translation>
        </message>
        <message>
            <source>Begin again</source>
            <translation>Begin again</translation>
        </message>
        <message>
            <source>Keep it, only play</source>
            <translation>Keep it, only play</translation>
        </message>
        <message>
            <source>Folder of results</source>
            <translation>Folder of results</translation>
        </message>
        <message>
            <source>Add result files</source>
            <translation>Add result files</translation>
        </message>
        <message>
            <source>Results of lessons</source>
            <translation>Results of lessons</translation>
        </message>
        <message>
            <source>Export the results</source>
            <translation>Export the results</translation>
        </message>
        <message>
            <source>Page for a browser (*.html)</source>
            <translation>Page for a browser (*.html)</translation>
        </message>
    </context>
    <context>
        <name>StudentDialog</name>
        <message>
            <source>Student mode</source>
            <translation>Student mode</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Choose a folder…</source>
            <translation>Choose a folder…</translation>
        </message>
        <message>
            <source>In student mode every goal that you reach counts {goal} points and every right prediction {prediction}; a hint costs {hint}. Each lesson leaves one small file with your result.</source>
            <translation>In student mode every goal that you reach counts {goal} points and every right prediction {prediction}; a hint costs {hint}. Each lesson leaves one small file with your result.</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Change</translation>
        </message>
        <message>
            <source>Begin student mode</source>
            <translation>Begin student mode</translation>
        </message>
        <message>
            <source>End student mode</source>
            <translation>End student mode</translation>
        </message>
        <message>
            <source>Results go to</source>
            <translation>Results go to</translation>
        </message>
    </context>
    <context>
        <name>StudentMode</name>
        <message>
            <source>Student &amp;mode…</source>
            <translation>Student &amp;mode…</translation>
        </message>
        <message>
            <source>Results of a &amp;class…</source>
            <translation>Results of a &amp;class…</translation>
        </message>
        <message>
            <source>{name}: {points} of {possible} points ({share})</source>
            <translation>{name}: {points} of {possible} points ({share})</translation>
        </message>
        <message>
            <source>The result could not be written: {reason}. Choose another folder in “Student mode”.</source>
            <translation>The result could not be written: {reason}. Choose another folder in “Student mode”.</translation>
        </message>
    </context>
    <context>
        <name>SummaryPane</name>
        <message>
            <source>Select an object in the inventory or in the topology to see what is known of it.</source>
            <translation>Select an object in the inventory or in the topology to see what is known of it.</translation>
        </message>
        <message>
            <source>What is known of the object</source>
            <translation>What is known of the object</translation>
        </message>
    </context>
    <context>
        <name>TargetPicker</name>
        <message>
            <source>Click what the spotlight is to fall on. Esc: none.</source>
            <translation>Click what the spotlight is to fall on. Esc: none.</translation>
        </message>
    </context>
    <context>
        <name>TasksModel</name>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Move back</source>
            <translation>Move back</translation>
        </message>
        <message>
            <source>Retry</source>
            <translation>Retry</translation>
        </message>
        <message>
            <source>Task Name</source>
            <translation>Task Name</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>Target</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Details</translation>
        </message>
        <message>
            <source>Initiator</source>
            <translation>Initiator</translation>
        </message>
        <message>
            <source>Queued For</source>
            <translation>Queued For</translation>
        </message>
        <message>
            <source>Start (simulated)</source>
            <translation>Start (simulated)</translation>
        </message>
        <message>
            <source>Completion (simulated)</source>
            <translation>Completion (simulated)</translation>
        </message>
        <message>
            <source>Relocate virtual machine</source>
            <translation>Relocate virtual machine</translation>
        </message>
        <message>
            <source>User</source>
            <translation>User</translation>
        </message>
        <message>
            <source>Maintenance plan</source>
            <translation>Maintenance plan</translation>
        </message>
        <message>
            <source>Waits for {names}</source>
            <translation>Waits for {names}</translation>
        </message>
        <message>
            <source>{way} · {remaining} left, {rate} copied, {dirty} dirtied</source>
            <translation>{way} · {remaining} left, {rate} copied, {dirty} dirtied</translation>
        </message>
        <message>
            <source>{way} · {remaining} left, {rate} copied; the VM runs at the destination</source>
            <translation>{way} · {remaining} left, {rate} copied; the VM runs at the destination</translation>
        </message>
        <message>
            <source>{way} · {duration}, {downtime} downtime, {data} copied</source>
            <translation>{way} · {duration}, {downtime} downtime, {data} copied</translation>
        </message>
    </context>
    <context>
        <name>TasksPane</name>
        <message>
            <source>Apply Recommendations</source>
            <translation>Apply Recommendations</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>VMs that are still there…</source>
            <translation>VMs that are still there…</translation>
        </message>
        <message>
            <source>Go to the host</source>
            <translation>Go to the host</translation>
        </message>
        <message>
            <source>Go to the datastore</source>
            <translation>Go to the datastore</translation>
        </message>
        <message>
            <source>Go to the virtual machine</source>
            <translation>Go to the virtual machine</translation>
        </message>
        <message>
            <source>Cancel all that wait ({count})</source>
            <translation>Cancel all that wait ({count})</translation>
        </message>
        <message>
            <source>Cancel all migrations ({count})</source>
            <translation>Cancel all migrations ({count})</translation>
        </message>
        <message>
            <source>Recent tasks</source>
            <translation>Recent tasks</translation>
        </message>
        <message>
            <source>Filter tasks</source>
            <translation>Filter tasks</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Export…</translation>
        </message>
        <message>
            <source>Write the tasks that are shown as a table for other programs (CSV).</source>
            <translation>Write the tasks that are shown as a table for other programs (CSV).</translation>
        </message>
        <message>
            <source>No tasks yet. Drag a VM to another host to start a migration.</source>
            <translation>No tasks yet. Drag a VM to another host to start a migration.</translation>
        </message>
        <message>
            <source>No task fits the filter.</source>
            <translation>No task fits the filter.</translation>
        </message>
    </context>
    <context>
        <name>TemplateMenu</name>
        <message>
            <source>New from &amp;template</source>
            <translation>New from &amp;template</translation>
        </message>
    </context>
    <context>
        <name>TimelinePane</name>
        <message>
            <source>Played until {time}. Acting here starts a new branch; nothing is lost.</source>
            <translation>Played until {time}. Acting here starts a new branch; nothing is lost.</translation>
        </message>
        <message>
            <source>Main line</source>
            <translation>Main line</translation>
        </message>
        <message>
            <source>Branch {number}</source>
            <translation>Branch {number}</translation>
        </message>
        <message>
            <source>{name} (from {start} to {end})</source>
            <translation>{name} (from {start} to {end})</translation>
        </message>
        <message>
            <source>Fork from this moment…</source>
            <translation>Fork from this moment…</translation>
        </message>
        <message>
            <source>Futures on one chart…</source>
            <translation>Futures on one chart…</translation>
        </message>
        <message>
            <source>Rename this branch…</source>
            <translation>Rename this branch…</translation>
        </message>
        <message>
            <source>Rename branch</source>
            <translation>Rename branch</translation>
        </message>
        <message>
            <source>Name of the branch:</source>
            <translation>Name of the branch:</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>Timeline</translation>
        </message>
        <message>
            <source>Left and right arrow: earlier and later; Home and End: start and end</source>
            <translation>Left and right arrow: earlier and later; Home and End: start and end</translation>
        </message>
        <message>
            <source>Branches of this lab's history</source>
            <translation>Branches of this lab's history</translation>
        </message>
    </context>
    <context>
        <name>Topology</name>
        <message>
            <source>1 VM</source>
            <translation>1 VM</translation>
        </message>
        <message>
            <source>{count} VMs</source>
            <translation>{count} VMs</translation>
        </message>
        <message>
            <source>1 host</source>
            <translation>1 host</translation>
        </message>
        <message>
            <source>{count} hosts</source>
            <translation>{count} hosts</translation>
        </message>
        <message>
            <source>SSO {name}</source>
            <translation>SSO {name}</translation>
        </message>
        <message>
            <source>Stand-alone hosts</source>
            <translation>Stand-alone hosts</translation>
        </message>
        <message>
            <source>DRS manual</source>
            <translation>DRS manual</translation>
        </message>
        <message>
            <source>DRS partially automated</source>
            <translation>DRS partially automated</translation>
        </message>
        <message>
            <source>DRS fully automated</source>
            <translation>DRS fully automated</translation>
        </message>
        <message>
            <source>HA</source>
            <translation>HA</translation>
        </message>
        <message>
            <source>{size} free</source>
            <translation>{size} free</translation>
        </message>
        <message>
            <source>{percent} busy</source>
            <translation>{percent} busy</translation>
        </message>
        <message>
            <source>{free} of {capacity} free</source>
            <translation>{free} of {capacity} free</translation>
        </message>
        <message>
            <source>down</source>
            <translation>down</translation>
        </message>
        <message>
            <source>{speed} · RTT {rtt}</source>
            <translation>{speed} · RTT {rtt}</translation>
        </message>
        <message>
            <source>No virtual machines</source>
            <translation>No virtual machines</translation>
        </message>
        <message>
            <source>CPU</source>
            <translation>CPU</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>Memory</translation>
        </message>
        <message>
            <source>disk stays</source>
            <translation>disk stays</translation>
        </message>
        <message>
            <source>Loss {value}</source>
            <translation>Loss {value}</translation>
        </message>
        <message>
            <source>Version {value}</source>
            <translation>Version {value}</translation>
        </message>
        <message>
            <source>{cpus} vCPUs · {memory} memory</source>
            <translation>{cpus} vCPUs · {memory} memory</translation>
        </message>
        <message>
            <source>Host {value}</source>
            <translation>Host {value}</translation>
        </message>
        <message>
            <source>Storage {value}</source>
            <translation>Storage {value}</translation>
        </message>
        <message>
            <source>Networks {value}</source>
            <translation>Networks {value}</translation>
        </message>
        <message>
            <source>{cores} cores · {memory} memory</source>
            <translation>{cores} cores · {memory} memory</translation>
        </message>
        <message>
            <source>CPU {cpu} · Memory {memory} (configured)</source>
            <translation>CPU {cpu} · Memory {memory} (configured)</translation>
        </message>
        <message>
            <source>Mounted by {value}</source>
            <translation>Mounted by {value}</translation>
        </message>
        <message>
            <source>Gateway {value}</source>
            <translation>Gateway {value}</translation>
        </message>
        <message>
            <source>No gateway</source>
            <translation>No gateway</translation>
        </message>
        <message>
            <source>Carries vMotion</source>
            <translation>Carries vMotion</translation>
        </message>
        <message>
            <source>state of the VM</source>
            <translation>state of the VM</translation>
        </message>
        <message>
            <source>unanswered question</source>
            <translation>unanswered question</translation>
        </message>
        <message>
            <source>no access to the key</source>
            <translation>no access to the key</translation>
        </message>
        <message>
            <source>host not available</source>
            <translation>host not available</translation>
        </message>
        <message>
            <source>maintenance mode</source>
            <translation>maintenance mode</translation>
        </message>
        <message>
            <source>disconnected</source>
            <translation>disconnected</translation>
        </message>
        <message>
            <source>runs here</source>
            <translation>runs here</translation>
        </message>
        <message>
            <source>hardware version too new</source>
            <translation>hardware version too new</translation>
        </message>
        <message>
            <source>too many VMs</source>
            <translation>too many VMs</translation>
        </message>
        <message>
            <source>vSphere HA</source>
            <translation>vSphere HA</translation>
        </message>
        <message>
            <source>processor does not fit</source>
            <translation>processor does not fit</translation>
        </message>
        <message>
            <source>other CPU vendor</source>
            <translation>other CPU vendor</translation>
        </message>
        <message>
            <source>EVC mode too low</source>
            <translation>EVC mode too low</translation>
        </message>
        <message>
            <source>CPU features missing</source>
            <translation>CPU features missing</translation>
        </message>
        <message>
            <source>not enough memory</source>
            <translation>not enough memory</translation>
        </message>
        <message>
            <source>not enough room</source>
            <translation>not enough room</translation>
        </message>
        <message>
            <source>licence</source>
            <translation>licence</translation>
        </message>
        <message>
            <source>vMotion not possible</source>
            <translation>vMotion not possible</translation>
        </message>
        <message>
            <source>no vMotion adapter at the source</source>
            <translation>no vMotion adapter at the source</translation>
        </message>
        <message>
            <source>no vMotion adapter</source>
            <translation>no vMotion adapter</translation>
        </message>
        <message>
            <source>vMotion link down</source>
            <translation>vMotion link down</translation>
        </message>
        <message>
            <source>Storage vMotion not possible</source>
            <translation>Storage vMotion not possible</translation>
        </message>
        <message>
            <source>network does not fit</source>
            <translation>network does not fit</translation>
        </message>
        <message>
            <source>port group missing</source>
            <translation>port group missing</translation>
        </message>
        <message>
            <source>datastore does not fit</source>
            <translation>datastore does not fit</translation>
        </message>
        <message>
            <source>datastore not shared</source>
            <translation>datastore not shared</translation>
        </message>
        <message>
            <source>not enough space</source>
            <translation>not enough space</translation>
        </message>
        <message>
            <source>datastore not accessible</source>
            <translation>datastore not accessible</translation>
        </message>
        <message>
            <source>disk cannot move</source>
            <translation>disk cannot move</translation>
        </message>
        <message>
            <source>raw device mapping</source>
            <translation>raw device mapping</translation>
        </message>
        <message>
            <source>LUN not visible</source>
            <translation>LUN not visible</translation>
        </message>
        <message>
            <source>swap file</source>
            <translation>swap file</translation>
        </message>
        <message>
            <source>device tied to the host</source>
            <translation>device tied to the host</translation>
        </message>
        <message>
            <source>DRS rule</source>
            <translation>DRS rule</translation>
        </message>
        <message>
            <source>DRS</source>
            <translation>DRS</translation>
        </message>
        <message>
            <source>vCenter Servers do not fit</source>
            <translation>vCenter Servers do not fit</translation>
        </message>
    </context>
    <context>
        <name>TopologyBar</name>
        <message>
            <source>Nested</source>
            <translation>Nested</translation>
        </message>
        <message>
            <source>Frames within frames</source>
            <translation>Frames within frames</translation>
        </message>
        <message>
            <source>Graph</source>
            <translation>Graph</translation>
        </message>
        <message>
            <source>Free graph with edges</source>
            <translation>Free graph with edges</translation>
        </message>
        <message>
            <source>Zoom in</source>
            <translation>Zoom in</translation>
        </message>
        <message>
            <source>Zoom in (+)</source>
            <translation>Zoom in (+)</translation>
        </message>
        <message>
            <source>Zoom out</source>
            <translation>Zoom out</translation>
        </message>
        <message>
            <source>Zoom out (−)</source>
            <translation>Zoom out (−)</translation>
        </message>
        <message>
            <source>Fit</source>
            <translation>Fit</translation>
        </message>
        <message>
            <source>Show everything (0)</source>
            <translation>Show everything (0)</translation>
        </message>
        <message>
            <source>Selection</source>
            <translation>Selection</translation>
        </message>
        <message>
            <source>Show what is selected (F)</source>
            <translation>Show what is selected (F)</translation>
        </message>
        <message>
            <source>Legend</source>
            <translation>Legend</translation>
        </message>
        <message>
            <source>What shapes and colours mean</source>
            <translation>What shapes and colours mean</translation>
        </message>
        <message>
            <source>Map</source>
            <translation>Map</translation>
        </message>
        <message>
            <source>Overview map</source>
            <translation>Overview map</translation>
        </message>
        <message>
            <source>Find in the topology</source>
            <translation>Find in the topology</translation>
        </message>
        <message>
            <source>Enter goes to the next match, Shift+Enter to the previous one</source>
            <translation>Enter goes to the next match, Shift+Enter to the previous one</translation>
        </message>
    </context>
    <context>
        <name>TopologyPane</name>
        <message>
            <source>Nothing found</source>
            <translation>Nothing found</translation>
        </message>
        <message>
            <source>{count} found</source>
            <translation>{count} found</translation>
        </message>
        <message>
            <source>{place} of {count}</source>
            <translation>{place} of {count}</translation>
        </message>
    </context>
    <context>
        <name>TopologyView</name>
        <message>
            <source>Topology</source>
            <translation>Topology</translation>
        </message>
        <message>
            <source>Arrow keys go from object to object, plus and minus zoom, 0 shows everything, F the selection.</source>
            <translation>Arrow keys go from object to object, plus and minus zoom, 0 shows everything, F the selection.</translation>
        </message>
    </context>
    <context>
        <name>Transport</name>
        <message>
            <source>Pause</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>Play</source>
            <translation>Play</translation>
        </message>
        <message>
            <source>{action} (Space)</source>
            <translation>{action} (Space)</translation>
        </message>
        <message>
            <source>Transport</source>
            <translation>Transport</translation>
        </message>
        <message>
            <source>Back to the previous event</source>
            <translation>Back to the previous event</translation>
        </message>
        <message>
            <source>Step to the next event</source>
            <translation>Step to the next event</translation>
        </message>
        <message>
            <source>Step to the next pre-copy pass</source>
            <translation>Step to the next pre-copy pass</translation>
        </message>
        <message>
            <source>Slower</source>
            <translation>Slower</translation>
        </message>
        <message>
            <source>Faster</source>
            <translation>Faster</translation>
        </message>
        <message>
            <source>Speed</source>
            <translation>Speed</translation>
        </message>
        <message>
            <source>Simulated seconds per second ([ slower, ] faster)</source>
            <translation>Simulated seconds per second ([ slower, ] faster)</translation>
        </message>
        <message>
            <source>Simulated time</source>
            <translation>Simulated time</translation>
        </message>
    </context>
    <context>
        <name>UserCommands</name>
        <message>
            <source>move of {vm} to {target}</source>
            <translation>move of {vm} to {target}</translation>
        </message>
        <message>
            <source>move of {count} VMs to {target}</source>
            <translation>move of {count} VMs to {target}</translation>
        </message>
        <message>
            <source>move of {count} VMs</source>
            <translation>move of {count} VMs</translation>
        </message>
        <message>
            <source>move back of {vm} to {host}</source>
            <translation>move back of {vm} to {host}</translation>
        </message>
        <message>
            <source>maintenance mode of {host}</source>
            <translation>maintenance mode of {host}</translation>
        </message>
        <message>
            <source>end of maintenance mode of {host}</source>
            <translation>end of maintenance mode of {host}</translation>
        </message>
    </context>
    <context>
        <name>VariantsDialog</name>
        <message>
            <source>Pause</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>Play</source>
            <translation>Play</translation>
        </message>
        <message>
            <source>Ways to migrate {vm}</source>
            <translation>Ways to migrate {vm}</translation>
        </message>
        <message>
            <source>From {host} &amp;to</source>
            <translation>From {host} &amp;to</translation>
        </message>
        <message>
            <source>&amp;Compare</source>
            <translation>&amp;Compare</translation>
        </message>
        <message>
            <source>&amp;Recorded QEMU migrations…</source>
            <translation>&amp;Recorded QEMU migrations…</translation>
        </message>
        <message>
            <source>Migrations that QEMU really carried out, with the simulation laid over them</source>
            <translation>Migrations that QEMU really carried out, with the simulation laid over them</translation>
        </message>
        <message>
            <source>All variants go on together, second by second (space bar)</source>
            <translation>All variants go on together, second by second (space bar)</translation>
        </message>
        <message>
            <source>Common time of all variants</source>
            <translation>Common time of all variants</translation>
        </message>
    </context>
    <context>
        <name>VmActions</name>
        <message>
            <source>A template cannot be migrated.</source>
            <translation>A template cannot be migrated.</translation>
        </message>
        <message>
            <source>Migrate to</source>
            <translation>Migrate to</translation>
        </message>
        <message>
            <source>Migrate storage to</source>
            <translation>Migrate storage to</translation>
        </message>
        <message>
            <source>Pick up (Ctrl+X)</source>
            <translation>Pick up (Ctrl+X)</translation>
        </message>
        <message>
            <source>Then put down on a host with Ctrl+V, or with a click.</source>
            <translation>Then put down on a host with Ctrl+V, or with a click.</translation>
        </message>
        <message>
            <source>Power</source>
            <translation>Power</translation>
        </message>
        <message>
            <source>Step by step: compute resource, storage, networks, priority (Ctrl+M).</source>
            <translation>Step by step: compute resource, storage, networks, priority (Ctrl+M).</translation>
        </message>
        <message>
            <source>Migrate…</source>
            <translation>Migrate…</translation>
        </message>
        <message>
            <source>Marks every host with what it could take, as during a drag, until Esc (Ctrl+T).</source>
            <translation>Marks every host with what it could take, as during a drag, until Esc (Ctrl+T).</translation>
        </message>
        <message>
            <source>Show possible targets</source>
            <translation>Show possible targets</translation>
        </message>
        <message>
            <source>{vms}: a migration is running.</source>
            <translation>{vms}: a migration is running.</translation>
        </message>
        <message>
            <source>{count} more hosts: drag the VM, or pick it up and put it down there</source>
            <translation>{count} more hosts: drag the VM, or pick it up and put it down there</translation>
        </message>
        <message>
            <source>There is no other host.</source>
            <translation>There is no other host.</translation>
        </message>
        <message>
            <source>{load} % memory</source>
            <translation>{load} % memory</translation>
        </message>
        <message>
            <source>{free} free</source>
            <translation>{free} free</translation>
        </message>
        <message>
            <source>The host has no other datastore.</source>
            <translation>The host has no other datastore.</translation>
        </message>
        <message>
            <source>No migration is running.</source>
            <translation>No migration is running.</translation>
        </message>
        <message>
            <source>Cancel migration</source>
            <translation>Cancel migration</translation>
        </message>
        <message>
            <source>There is no finished move to take back.</source>
            <translation>There is no finished move to take back.</translation>
        </message>
        <message>
            <source>Move back</source>
            <translation>Move back</translation>
        </message>
        <message>
            <source>Power On</source>
            <translation>Power On</translation>
        </message>
        <message>
            <source>Power Off</source>
            <translation>Power Off</translation>
        </message>
        <message>
            <source>Suspend</source>
            <translation>Suspend</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>Reset</translation>
        </message>
        <message>
            <source>The guest starts anew. It keeps the processor features of its last power-on.</source>
            <translation>The guest starts anew. It keeps the processor features of its last power-on.</translation>
        </message>
        <message>
            <source>The virtual machine's power state does not allow it.</source>
            <translation>The virtual machine's power state does not allow it.</translation>
        </message>
        <message>
            <source>The virtual machine is not powered on.</source>
            <translation>The virtual machine is not powered on.</translation>
        </message>
        <message>
            <source>Inject fault</source>
            <translation>Inject fault</translation>
        </message>
        <message>
            <source>Repair: {fault}</source>
            <translation>Repair: {fault}</translation>
        </message>
    </context>
    <context>
        <name>VsanBox</name>
        <message>
            <source>vSAN data migration</source>
            <translation>vSAN data migration</translation>
        </message>
        <message>
            <source>Ensure accessibility</source>
            <translation>Ensure accessibility</translation>
        </message>
        <message>
            <source>Full data migration</source>
            <translation>Full data migration</translation>
        </message>
        <message>
            <source>No data migration</source>
            <translation>No data migration</translation>
        </message>
        <message>
            <source>{mode}: not possible, no place for {count} components</source>
            <translation>{mode}: not possible, no place for {count} components</translation>
        </message>
        <message>
            <source>{mode}: {count} VMs lose their data meanwhile</source>
            <translation>{mode}: {count} VMs lose their data meanwhile</translation>
        </message>
        <message>
            <source>{mode}: {size} to move</source>
            <translation>{mode}: {size} to move</translation>
        </message>
    </context>
    <context>
        <name>WireStrip</name>
        <message>
            <source>On the wire</source>
            <translation>On the wire</translation>
        </message>
        <message>
            <source>On the wire: nothing</source>
            <translation>On the wire: nothing</translation>
        </message>
        <message>
            <source>On the wire: devices and registers, while the VM stands still</source>
            <translation>On the wire: devices and registers, while the VM stands still</translation>
        </message>
        <message>
            <source>On the wire: each page for the first time, {rate}</source>
            <translation>On the wire: each page for the first time, {rate}</translation>
        </message>
        <message>
            <source>On the wire: pages that were written again (pass {number}), {rate}</source>
            <translation>On the wire: pages that were written again (pass {number}), {rate}</translation>
        </message>
        <message>
            <source>On the wire: the last pages, while the VM stands still, {rate}</source>
            <translation>On the wire: the last pages, while the VM stands still, {rate}</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>vMotion (compute resource only)</source>
            <translation>vMotion (compute resource only)</translation>
        </message>
        <message>
            <source>Storage vMotion (storage only)</source>
            <translation>Storage vMotion (storage only)</translation>
        </message>
        <message>
            <source>vMotion (compute resource and storage)</source>
            <translation>vMotion (compute resource and storage)</translation>
        </message>
        <message>
            <source>Cold migration (powered off)</source>
            <translation>Cold migration (powered off)</translation>
        </message>
        <message>
            <source>Migration of a suspended VM</source>
            <translation>Migration of a suspended VM</translation>
        </message>
        <message>
            <source>Cross vCenter: </source>
            <translation>Cross vCenter: </translation>
        </message>
        <message>
            <source>Xen before 4.6</source>
            <translation>Xen before 4.6</translation>
        </message>
        <message>
            <source>Xen with adaptive rate (2005)</source>
            <translation>Xen with adaptive rate (2005)</translation>
        </message>
        <message>
            <source>Stop-and-copy</source>
            <translation>Stop-and-copy</translation>
        </message>
        <message>
            <source>Post-copy</source>
            <translation>Post-copy</translation>
        </message>
        <message>
            <source>Not compatible</source>
            <translation>Not compatible</translation>
        </message>
        <message>
            <source>Compatible with warnings</source>
            <translation>Compatible with warnings</translation>
        </message>
        <message>
            <source>Compatibility checks succeeded</source>
            <translation>Compatibility checks succeeded</translation>
        </message>
        <message>
            <source>Queued</source>
            <translation>Queued</translation>
        </message>
        <message>
            <source>Checking</source>
            <translation>Checking</translation>
        </message>
        <message>
            <source>Preparing</source>
            <translation>Preparing</translation>
        </message>
        <message>
            <source>Copying disk</source>
            <translation>Copying disk</translation>
        </message>
        <message>
            <source>Copying memory</source>
            <translation>Copying memory</translation>
        </message>
        <message>
            <source>Switchover</source>
            <translation>Switchover</translation>
        </message>
        <message>
            <source>Resuming</source>
            <translation>Resuming</translation>
        </message>
        <message>
            <source>Fetching memory</source>
            <translation>Fetching memory</translation>
        </message>
        <message>
            <source>Cleaning up</source>
            <translation>Cleaning up</translation>
        </message>
        <message>
            <source>Completed</source>
            <translation>Completed</translation>
        </message>
        <message>
            <source>Rolling back</source>
            <translation>Rolling back</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Failed</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>Cancelled</translation>
        </message>
        <message>
            <source>Copying memory (pass {number})</source>
            <translation>Copying memory (pass {number})</translation>
        </message>
        <message>
            <source>1 Stable state</source>
            <translation>1 Stable state</translation>
        </message>
        <message>
            <source>2 Copy of the state</source>
            <translation>2 Copy of the state</translation>
        </message>
        <message>
            <source>3 Resume</source>
            <translation>3 Resume</translation>
        </message>
        <message>
            <source>Operating system</source>
            <translation>Operating system</translation>
        </message>
        <message>
            <source>Applications</source>
            <translation>Applications</translation>
        </message>
        <message>
            <source>Transaction data</source>
            <translation>Transaction data</translation>
        </message>
    </context>
    <context>
        <name>Workloads</name>
        <message>
            <source>Own values</source>
            <translation>Own values</translation>
        </message>
        <message>
            <source>Idle</source>
            <translation>Idle</translation>
        </message>
        <message>
            <source>Web server</source>
            <translation>Web server</translation>
        </message>
        <message>
            <source>Database</source>
            <translation>Database</translation>
        </message>
        <message>
            <source>In-memory cache</source>
            <translation>In-memory cache</translation>
        </message>
        <message>
            <source>Build server</source>
            <translation>Build server</translation>
        </message>
        <message>
            <source>Memory stress</source>
            <translation>Memory stress</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>Phase {number}</source>
            <translation>Phase {number}</translation>
        </message>
        <message>
            <source>{rate} pages/s</source>
            <translation>{rate} pages/s</translation>
        </message>
        <message>
            <source>Page writes</source>
            <translation>Page writes</translation>
        </message>
        <message>
            <source>{size}, {distribution}</source>
            <translation>{size}, {distribution}</translation>
        </message>
        <message>
            <source>Working set</source>
            <translation>Working set</translation>
        </message>
        <message>
            <source>CPU load</source>
            <translation>CPU load</translation>
        </message>
        <message>
            <source>Disk writes</source>
            <translation>Disk writes</translation>
        </message>
        <message>
            <source>Network load</source>
            <translation>Network load</translation>
        </message>
        <message>
            <source>{share} % of the writes on {part} % of it</source>
            <translation>{share} % of the writes on {part} % of it</translation>
        </message>
        <message>
            <source>Zipf with exponent {exponent}</source>
            <translation>Zipf with exponent {exponent}</translation>
        </message>
        <message>
            <source>written in order, over and over</source>
            <translation>written in order, over and over</translation>
        </message>
        <message>
            <source>each write on a clean page</source>
            <translation>each write on a clean page</translation>
        </message>
        <message>
            <source>written evenly</source>
            <translation>written evenly</translation>
        </message>
    </context>
    <context>
        <name>_Question</name>
        <message>
            <source>Carry out the new plan</source>
            <translation>Carry out the new plan</translation>
        </message>
        <message>
            <source>Plan again</source>
            <translation>Plan again</translation>
        </message>
        <message>
            <source>If the estate is another one by now: a host is back, a cause is removed.</source>
            <translation>If the estate is another one by now: a host is back, a cause is removed.</translation>
        </message>
        <message numerus="yes">
            <source>New plan of the rest: %n migration(s).</source>
            <translation>
                <numerusform>New plan of the rest: %n migration.</numerusform>
                <numerusform>New plan of the rest: %n migrations.</numerusform>
            </translation>
        </message>
        <message>
            <source>Empty after {time}.</source>
            <translation>Empty after {time}.</translation>
        </message>
        <message numerus="yes">
            <source>Not all can leave any more: %n migration(s) would still be made.</source>
            <translation>
                <numerusform>Not all can leave any more: %n migration would still be made.</numerusform>
                <numerusform>Not all can leave any more: %n migrations would still be made.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>_ToDelegate</name>
        <message>
            <source>Destination</source>
            <translation>Destination</translation>
        </message>
    </context>
</TS>
