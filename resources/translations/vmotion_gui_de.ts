<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>Shows a vSphere estate, and lets you drag virtual machines between hosts.</source>
        <translation>Zeigt eine vSphere-Umgebung und lässt Sie virtuelle Maschinen zwischen Hosts ziehen.</translation>
    </message>
    <message>
        <source>Migrations run in an embedded simulation: every time, rate and amount is simulated.</source>
        <translation>Migrationen laufen in einer eingebauten Simulation: Jede Zeit, Rate und Menge ist simuliert.</translation>
    </message>
    <message>
        <source>Nothing is changed in a real vCenter.</source>
        <translation>In einem echten vCenter wird nichts geändert.</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>About vmotion-gui</source>
        <translation>Über vmotion-gui</translation>
    </message>
    <message>
        <source>of a checkout</source>
        <translation>aus dem Quellverzeichnis</translation>
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
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>Triggered alarms</source>
        <translation>Ausgelöste Alarme</translation>
    </message>
    <message>
        <source>before the lab began</source>
        <translation>vor Beginn des Labs</translation>
    </message>
</context>
<context>
    <name>AlarmsModel</name>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>Triggered (simulated)</source>
        <translation>Ausgelöst (simuliert)</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
</context>
<context>
    <name>AlarmsPane</name>
    <message>
        <source>No alarm has been triggered or cleared so far.</source>
        <translation>Bisher wurde kein Alarm ausgelöst oder aufgehoben.</translation>
    </message>
    <message>
        <source>No alarms are triggered.</source>
        <translation>Es sind keine Alarme ausgelöst.</translation>
    </message>
    <message>
        <source>What was triggered and cleared so far</source>
        <translation>Was bisher ausgelöst und aufgehoben wurde</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>You have seen it: it stays in the list, and its object loses the mark.</source>
        <translation>Sie haben ihn gesehen: Er bleibt in der Liste, und sein Objekt verliert die Markierung.</translation>
    </message>
    <message>
        <source>Reset To Green</source>
        <translation>Auf Grün zurücksetzen</translation>
    </message>
    <message>
        <source>Back to normal by hand, until it is triggered anew.</source>
        <translation>Von Hand zurück auf Normal, bis er erneut ausgelöst wird.</translation>
    </message>
    <message>
        <source>Triggered alarms</source>
        <translation>Ausgelöste Alarme</translation>
    </message>
</context>
<context>
    <name>AuthoringController</name>
    <message>
        <source>&amp;Record a lesson…</source>
        <translation>Lektion &amp;aufzeichnen …</translation>
    </message>
    <message>
        <source>&amp;Edit a lesson…</source>
        <translation>Lektion &amp;bearbeiten …</translation>
    </message>
    <message>
        <source>Something is under way. A lesson can be recorded once it has ended.</source>
        <translation>Gerade läuft etwas. Eine Lektion kann aufgezeichnet werden, sobald es beendet ist.</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Gespeichert: {file}</translation>
    </message>
</context>
<context>
    <name>AuthoringWindow</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add a step after this one</source>
        <translation>Einen Schritt nach diesem hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove this step</source>
        <translation>Diesen Schritt entfernen</translation>
    </message>
    <message>
        <source>Move this step up (Alt+Up)</source>
        <translation>Diesen Schritt nach oben verschieben (Alt+Hoch)</translation>
    </message>
    <message>
        <source>Move this step down (Alt+Down)</source>
        <translation>Diesen Schritt nach unten verschieben (Alt+Runter)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Take the last change back (Ctrl+Alt+Z)</source>
        <translation>Die letzte Änderung zurücknehmen (Strg+Alt+Z)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Do it again (Ctrl+Alt+Y)</source>
        <translation>Erneut ausführen (Strg+Alt+Y)</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Write a lesson</source>
        <translation>Lektion verfassen</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>What is wrong with it</source>
        <translation>Was daran nicht stimmt</translation>
    </message>
    <message>
        <source>The lesson</source>
        <translation>Die Lektion</translation>
    </message>
    <message>
        <source>Line {n}</source>
        <translation>Zeile {n}</translation>
    </message>
    <message>
        <source>Problems: {n}. Choose one to go there.</source>
        <translation>Probleme: {n}. Wählen Sie eines aus, um dorthin zu gelangen.</translation>
    </message>
    <message>
        <source>Nothing is wrong.</source>
        <translation>Alles in Ordnung.</translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>New VMs on {place}</source>
        <translation>Neue VMs auf {place}</translation>
    </message>
    <message>
        <source>New VMs</source>
        <translation>Neue VMs</translation>
    </message>
    <message>
        <source>The one that fits best</source>
        <translation>Was am besten passt</translation>
    </message>
    <message>
        <source>{name} ({free} free)</source>
        <translation>{name} ({free} frei)</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Name begins with</source>
        <translation>Name beginnt mit</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>vCPUs</source>
        <translation>vCPUs</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Festplatte</translation>
    </message>
    <message>
        <source>Datastore</source>
        <translation>Datenspeicher</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Together {memory} of memory and {disk} of disk, spread over {hosts} hosts by their free memory.</source>
        <translation>Zusammen {memory} Arbeitsspeicher und {disk} Festplatten, nach freiem Arbeitsspeicher auf {hosts} Hosts verteilt.</translation>
    </message>
</context>
<context>
    <name>CausesModel</name>
    <message>
        <source>For example: {sentence}</source>
        <translation>Zum Beispiel: {sentence}</translation>
    </message>
    <message>
        <source>Reason (an example)</source>
        <translation>Grund (ein Beispiel)</translation>
    </message>
    <message>
        <source>What stands against moves, with the first case as an example.</source>
        <translation>Was gegen Migrationen spricht, mit dem ersten Fall als Beispiel.</translation>
    </message>
    <message>
        <source>Pairs of virtual machine and host that it makes impossible.</source>
        <translation>Paare aus virtueller Maschine und Host, die dadurch unmöglich sind.</translation>
    </message>
    <message>
        <source>Pairs of virtual machine and host of which it warns.</source>
        <translation>Paare aus virtueller Maschine und Host, vor denen gewarnt wird.</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>What is checked here?</source>
        <translation>Was wird hier geprüft?</translation>
    </message>
    <message>
        <source>For example, as this check would say it of another estate.</source>
        <translation>Zum Beispiel; so spräche diese Prüfung von einer anderen Umgebung.</translation>
    </message>
    <message>
        <source>What helps</source>
        <translation>Was hilft</translation>
    </message>
    <message>
        <source>“Fix it…” beside such a reason shows what would be changed.</source>
        <translation>„Beheben…“ neben einem solchen Grund zeigt, was geändert würde.</translation>
    </message>
    <message>
        <source>When it stops a migration</source>
        <translation>Wann sie eine Migration verhindert</translation>
    </message>
    <message>
        <source>Of which migrations it speaks</source>
        <translation>Für welche Migrationen sie gilt</translation>
    </message>
    <message>
        <source>In vSphere</source>
        <translation>In vSphere</translation>
    </message>
    <message>
        <source>Simplified: no source documents the exact behaviour or level of this check.</source>
        <translation>Vereinfacht: Keine Quelle dokumentiert das genaue Verhalten oder die Stufe dieser Prüfung.</translation>
    </message>
    <message>
        <source>Powered on</source>
        <translation>Eingeschaltet</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Powered off</source>
        <translation>Ausgeschaltet</translation>
    </message>
    <message>
        <source>while not connected</source>
        <translation>solange nicht verbunden</translation>
    </message>
    <message>
        <source>– says nothing</source>
        <translation>– sagt nichts</translation>
    </message>
    <message>
        <source>i note</source>
        <translation>i Hinweis</translation>
    </message>
    <message>
        <source>⚠ warning: the migration may start</source>
        <translation>⚠ Warnung: Die Migration darf beginnen</translation>
    </message>
    <message>
        <source>✕ error: the migration does not start</source>
        <translation>✕ Fehler: Die Migration beginnt nicht</translation>
    </message>
    <message>
        <source>Check: {id}</source>
        <translation>Prüfung: {id}</translation>
    </message>
    <message>
        <source>Fault: {name}</source>
        <translation>Fehler: {name}</translation>
    </message>
    <message>
        <source>vSphere has no fault of its own for it.</source>
        <translation>vSphere hat keinen eigenen Fehler dafür.</translation>
    </message>
    <message>
        <source>In other cases or releases: {names}</source>
        <translation>In anderen Fällen oder Versionen: {names}</translation>
    </message>
    <message>
        <source>Wrapped in: {name}</source>
        <translation>Verpackt in: {name}</translation>
    </message>
</context>
<context>
    <name>ChecksPage</name>
    <message>
        <source>Virtual machines on the datastores</source>
        <translation>Virtuelle Maschinen auf den Datenspeichern</translation>
    </message>
    <message>
        <source>Virtual machines on the hosts</source>
        <translation>Virtuelle Maschinen auf den Hosts</translation>
    </message>
    <message>
        <source>Virtual machine</source>
        <translation>Virtuelle Maschine</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Can it leave?</source>
        <translation>Kann sie weg?</translation>
    </message>
    <message>
        <source>Destinations</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Prüfung läuft …</translation>
    </message>
    <message numerus="yes">
        <source>✕ %n cannot leave</source>
        <translation>
            <numerusform>✕ %n kann nicht weg</numerusform>
            <numerusform>✕ %n können nicht weg</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>⚠ %n only at a price</source>
        <translation>
            <numerusform>⚠ %n nur um einen Preis</numerusform>
            <numerusform>⚠ %n nur um einen Preis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✓ %n can leave</source>
        <translation>
            <numerusform>✓ %n kann weg</numerusform>
            <numerusform>✓ %n können weg</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>– %n does not run and stays</source>
        <translation>
            <numerusform>– %n läuft nicht und bleibt</numerusform>
            <numerusform>– %n laufen nicht und bleiben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n host(s)</source>
        <translation>
            <numerusform>%n Host</numerusform>
            <numerusform>%n Hosts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n datastore(s)</source>
        <translation>
            <numerusform>%n Datenspeicher</numerusform>
            <numerusform>%n Datenspeicher</numerusform>
        </translation>
    </message>
    <message>
        <source>{hosts}, {count} of them with warnings</source>
        <translation>{hosts}, {count} davon mit Warnungen</translation>
    </message>
    <message>
        <source>No host takes it.</source>
        <translation>Kein Host nimmt sie.</translation>
    </message>
    <message>
        <source>No datastore takes it.</source>
        <translation>Kein Datenspeicher nimmt sie auf.</translation>
    </message>
    <message>
        <source>It has to take its disks along.</source>
        <translation>Sie muss ihre Festplatten mitnehmen.</translation>
    </message>
    <message>
        <source>Only with warnings.</source>
        <translation>Nur mit Warnungen.</translation>
    </message>
    <message>
        <source>It can leave.</source>
        <translation>Sie kann weg.</translation>
    </message>
    <message>
        <source>It does not run and may stay.</source>
        <translation>Sie läuft nicht und darf bleiben.</translation>
    </message>
    <message numerus="yes">
        <source>At %n datastore(s); the first one as an example.</source>
        <translation>
            <numerusform>Bei %n Datenspeicher.</numerusform>
            <numerusform>Bei %n Datenspeichern; der erste als Beispiel.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At %n host(s); the first one as an example.</source>
        <translation>
            <numerusform>An %n Host; der erste als Beispiel.</numerusform>
            <numerusform>An %n Hosts; der erste als Beispiel.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChecksWindow</name>
    <message>
        <source>Checks before a migration</source>
        <translation>Prüfungen vor einer Migration</translation>
    </message>
    <message>
        <source>Filter by words, fault or check</source>
        <translation>Nach Wörtern, Fehler oder Prüfung filtern</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
</context>
<context>
    <name>ClassMode</name>
    <message>
        <source>Class m&amp;ode</source>
        <translation>K&amp;ursmodus</translation>
    </message>
</context>
<context>
    <name>ClassroomDialog</name>
    <message>
        <source>Results by student</source>
        <translation>Ergebnisse nach Teilnehmern</translation>
    </message>
    <message>
        <source>Goals and predictions</source>
        <translation>Ziele und Vorhersagen</translation>
    </message>
    <message>
        <source>Results of a class</source>
        <translation>Ergebnisse einer Klasse</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen …</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Dateien hinzufügen …</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Students</source>
        <translation>Teilnehmer</translation>
    </message>
    <message>
        <source>Folder: {folder}</source>
        <translation>Ordner: {folder}</translation>
    </message>
    <message>
        <source>There are no results here yet. In student mode each lesson leaves a file.</source>
        <translation>Hier gibt es noch keine Ergebnisse. Im Teilnehmermodus hinterlässt jede Lektion eine Datei.</translation>
    </message>
    <message>
        <source>{file} could not be written: {reason}. Choose another place.</source>
        <translation>{file} konnte nicht geschrieben werden: {reason}. Wählen Sie einen anderen Ort.</translation>
    </message>
</context>
<context>
    <name>ClockStart</name>
    <message>
        <source>Migrations start pa&amp;used</source>
        <translation>Migrationen beginnen ange&amp;halten</translation>
    </message>
</context>
<context>
    <name>ComparisonChart</name>
    <message>
        <source>Left to send, as the hypervisor knows it</source>
        <translation>Noch zu senden, nach dem Wissen des Hypervisors</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>Simuliert</translation>
    </message>
    <message>
        <source>Measured and simulated migration</source>
        <translation>Gemessene und simulierte Migration</translation>
    </message>
</context>
<context>
    <name>ComparisonController</name>
    <message>
        <source>&amp;Ways to migrate…</source>
        <translation>&amp;Wege der Migration…</translation>
    </message>
    <message>
        <source>Select a powered-on virtual machine that can go to another host.</source>
        <translation>Wählen Sie eine eingeschaltete virtuelle Maschine, die auf einen anderen Host kann.</translation>
    </message>
</context>
<context>
    <name>ComparisonDialog</name>
    <message>
        <source>Measured and simulated</source>
        <translation>Gemessen und simuliert</translation>
    </message>
    <message>
        <source>&amp;Other recordings…</source>
        <translation>&amp;Andere Aufzeichnungen …</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>{right} of {total} outcomes agree.</source>
        <translation>{right} von {total} Ausgängen stimmen überein.</translation>
    </message>
    <message>
        <source>Total time off by {errors}.</source>
        <translation>Dauer daneben um {errors}.</translation>
    </message>
    <message>
        <source>Bytes off by {errors}.</source>
        <translation>Bytes daneben um {errors}.</translation>
    </message>
    <message>
        <source>{median} at the median, {p90} at the 90th percentile</source>
        <translation>{median} im Median, {p90} im 90. Perzentil</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Fall</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>Simuliert</translation>
    </message>
    <message>
        <source>Time off</source>
        <translation>Zeit daneben</translation>
    </message>
    <message>
        <source>Downtime</source>
        <translation>Ausfallzeit</translation>
    </message>
    <message>
        <source>Downtime off</source>
        <translation>Ausfallzeit daneben</translation>
    </message>
    <message>
        <source>Bytes off</source>
        <translation>Bytes daneben</translation>
    </message>
    <message>
        <source>Recorded migrations</source>
        <translation>Aufgezeichnete Migrationen</translation>
    </message>
    <message>
        <source>The last stage went as fast as the machine could, which no model knows</source>
        <translation>Die letzte Stufe lief so schnell, wie die Maschine konnte; das weiß kein Modell</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
</context>
<context>
    <name>CompatibilityPanel</name>
    <message>
        <source>Compatibility</source>
        <translation>Kompatibilität</translation>
    </message>
    <message>
        <source>Try the cure…</source>
        <translation>Abhilfe versuchen …</translation>
    </message>
    <message>
        <source>Show what would remove these reasons, and what else that brings.</source>
        <translation>Zeigt, was diese Gründe beseitigen würde und was das sonst mit sich bringt.</translation>
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
        <translation>Kompatibilität</translation>
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
        <translation>Zustand</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Prüfung läuft …</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
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
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Hosts or clusters</source>
        <translation>Hosts oder Cluster</translation>
    </message>
    <message>
        <source>Filter by name or cluster</source>
        <translation>Nach Name oder Cluster filtern</translation>
    </message>
    <message>
        <source>Compute resources</source>
        <translation>Computing-Ressourcen</translation>
    </message>
    <message>
        <source>Hosts: ✓ {able} compatible · ⚠ {cautioned} with warnings · ✕ {unable} not compatible</source>
        <translation>Hosts: ✓ {able} kompatibel · ⚠ {cautioned} mit Warnungen · ✕ {unable} nicht kompatibel</translation>
    </message>
    <message>
        <source>Select a host or a cluster.</source>
        <translation>Wählen Sie einen Host oder einen Cluster.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Prüfung läuft …</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Virtual machine</source>
        <translation>Virtuelle Maschine</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Compatibility</source>
        <translation>Kompatibilität</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Downtime</source>
        <translation>Ausfallzeit</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Virtual machines to migrate</source>
        <translation>Zu migrierende virtuelle Maschinen</translation>
    </message>
    <message>
        <source>Leave it where it is</source>
        <translation>Am Ort belassen</translation>
    </message>
    <message>
        <source>{name} ({free} free)</source>
        <translation>{name} ({free} frei)</translation>
    </message>
    <message>
        <source>Schedule regular vMotion</source>
        <translation>Normale vMotion einplanen</translation>
    </message>
    <message>
        <source>Schedule vMotion with high priority</source>
        <translation>vMotion mit hoher Priorität einplanen</translation>
    </message>
    <message>
        <source>Migrate</source>
        <translation>Migrieren</translation>
    </message>
    <message>
        <source>More options…</source>
        <translation>Weitere Optionen …</translation>
    </message>
    <message>
        <source>Open the Migrate wizard: storage per disk, networks, priority.</source>
        <translation>Öffnet den Migrationsassistenten: Speicher je Festplatte, Netzwerke, Priorität.</translation>
    </message>
    <message>
        <source>Try the cure…</source>
        <translation>Abhilfe versuchen …</translation>
    </message>
    <message>
        <source>Show what would remove the reasons above, and what else that brings.</source>
        <translation>Zeigt, was die Gründe oben beseitigen würde und was das sonst mit sich bringt.</translation>
    </message>
    <message>
        <source>Storage:</source>
        <translation>Speicherort:</translation>
    </message>
    <message>
        <source>vMotion priority:</source>
        <translation>vMotion-Priorität:</translation>
    </message>
    <message>
        <source>Migrate | {name}</source>
        <translation>Migrieren | {name}</translation>
    </message>
    <message numerus="yes">
        <source>Migrate | %n VM(s)</source>
        <translation>
            <numerusform>Migrieren | %n VM</numerusform>
            <numerusform>Migrieren | %n VMs</numerusform>
        </translation>
    </message>
    <message>
        <source>Why {host} for {vm}: {reason}</source>
        <translation>Warum {host} für {vm}: {reason}</translation>
    </message>
    <message>
        <source>+ {count} more</source>
        <translation>+ {count} weitere</translation>
    </message>
    <message>
        <source>Simulated by the rules of {profile}.</source>
        <translation>Simuliert nach den Regeln von {profile}.</translation>
    </message>
</context>
<context>
    <name>Contest</name>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>being prepared</source>
        <translation>wird vorbereitet</translation>
    </message>
    <message>
        <source>runs at the destination</source>
        <translation>läuft am Ziel</translation>
    </message>
    <message>
        <source>stands still: the rest is sent</source>
        <translation>steht still: Der Rest wird gesendet</translation>
    </message>
    <message>
        <source>runs at the source, pass {number}</source>
        <translation>läuft an der Quelle, Durchgang {number}</translation>
    </message>
    <message>
        <source>runs at the destination, fetches its memory</source>
        <translation>läuft am Ziel, holt ihren Arbeitsspeicher nach</translation>
    </message>
</context>
<context>
    <name>CrashProtection</name>
    <message>
        <source>⚠ Not protected against a crash</source>
        <translation>⚠ Nicht gegen einen Absturz geschützt</translation>
    </message>
</context>
<context>
    <name>CrashReporter</name>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>The program met an error that it did not expect. Your lab is safe; save it to be sure.</source>
        <translation>Das Programm ist auf einen unerwarteten Fehler gestoßen. Ihr Labor ist sicher; speichern Sie es vorsichtshalber.</translation>
    </message>
    <message>
        <source>Details are in {path}.</source>
        <translation>Einzelheiten stehen in {path}.</translation>
    </message>
</context>
<context>
    <name>CureController</name>
    <message>
        <source>&amp;Why not?…</source>
        <translation>&amp;Warum nicht? …</translation>
    </message>
    <message>
        <source>All reasons against the move that was refused, each with its cure.</source>
        <translation>Alle Gründe gegen die abgelehnte Migration und was jeweils hilft.</translation>
    </message>
</context>
<context>
    <name>CureDialog</name>
    <message>
        <source>Fix it</source>
        <translation>Beheben</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>Side effects</source>
        <translation>Nebenwirkungen</translation>
    </message>
    <message>
        <source>Compatibility afterwards</source>
        <translation>Kompatibilität danach</translation>
    </message>
    <message>
        <source>Changes the simulated estate; Undo takes it back.</source>
        <translation>Ändert die simulierte Umgebung; „Rückgängig“ nimmt es zurück.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>None beyond the change itself.</source>
        <translation>Keine außer der Änderung selbst.</translation>
    </message>
    <message>
        <source>Relocate virtual machine</source>
        <translation>Virtuelle Maschine verlagern</translation>
    </message>
    <message>
        <source>+ {count} more</source>
        <translation>+ {count} weitere</translation>
    </message>
</context>
<context>
    <name>Cures</name>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Nothing that can be changed in the estate would cure it.</source>
        <translation>In der Umgebung lässt sich nichts ändern, das es behebt.</translation>
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
        <translation>Kompatibilität</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kapazität</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Not mounted on the host</source>
        <translation>Auf dem Host nicht gemountet</translation>
    </message>
</context>
<context>
    <name>DecisionsPage</name>
    <message>
        <source>Suggest for those that cannot leave</source>
        <translation>Für die vorschlagen, die nicht gehen können</translation>
    </message>
    <message>
        <source>The mildest decision for each: disconnect what ties it to the host, else shut it down.</source>
        <translation>Die mildeste Entscheidung für jede: trennen, was sie an den Host bindet, sonst herunterfahren.</translation>
    </message>
    <message>
        <source>What becomes of each virtual machine</source>
        <translation>Was aus jeder virtuellen Maschine wird</translation>
    </message>
    <message>
        <source>Virtual machine</source>
        <translation>Virtuelle Maschine</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Can it leave?</source>
        <translation>Kann sie gehen?</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Was das bedeutet</translation>
    </message>
    <message>
        <source>&amp;For the selected:</source>
        <translation>&amp;Für die ausgewählten:</translation>
    </message>
    <message>
        <source>✕ no</source>
        <translation>✕ nein</translation>
    </message>
    <message>
        <source>⚠ at a price</source>
        <translation>⚠ zu einem Preis</translation>
    </message>
    <message>
        <source>✓ yes</source>
        <translation>✓ ja</translation>
    </message>
    <message numerus="yes">
        <source>%n virtual machine(s) cannot leave, and nothing is decided for them.</source>
        <translation>
            <numerusform>%n virtuelle Maschine kann nicht gehen, und nichts ist für sie entschieden.</numerusform>
            <numerusform>%n virtuelle Maschinen können nicht gehen, und nichts ist für sie entschieden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every virtual machine can leave, or something is decided for it.</source>
        <translation>Jede virtuelle Maschine kann gehen, oder es ist etwas für sie entschieden.</translation>
    </message>
    <message>
        <source>Left as they are: {hosts}.</source>
        <translation>Bleiben, wie sie sind: {hosts}.</translation>
    </message>
</context>
<context>
    <name>DeedsField</name>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>The user is asked to do it; otherwise the lesson does it on entering</source>
        <translation>Der Benutzer wird gebeten, es zu tun; sonst tut es die Lektion beim Betreten des Schritts</translation>
    </message>
    <message>
        <source>What stands on the button</source>
        <translation>Was auf der Schaltfläche steht</translation>
    </message>
    <message>
        <source>Migrate</source>
        <translation>Migrieren</translation>
    </message>
    <message>
        <source>Power On</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Power Off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Enter Maintenance Mode</source>
        <translation>In den Wartungsmodus wechseln</translation>
    </message>
    <message>
        <source>Exit Maintenance Mode</source>
        <translation>Wartungsmodus beenden</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Inject fault</source>
        <translation>Störung auslösen</translation>
    </message>
    <message>
        <source>Change storage</source>
        <translation>Speicher ändern</translation>
    </message>
    <message>
        <source>{action} (datastore)</source>
        <translation>{action} (Datenspeicher)</translation>
    </message>
    <message>
        <source>Kind of action</source>
        <translation>Art der Aktion</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>asked of the user</source>
        <translation>vom Benutzer erbeten</translation>
    </message>
    <message>
        <source>done by the lesson</source>
        <translation>von der Lektion ausgeführt</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Click a cell: all reasons and their cures appear here.</source>
        <translation>Klicken Sie auf eine Zelle: Hier erscheinen alle Gründe und was dagegen hilft.</translation>
    </message>
    <message>
        <source>It runs here.</source>
        <translation>Sie läuft hier.</translation>
    </message>
    <message>
        <source>✓ {able} able · ⚠ {cautioned} with warnings · ✕ {unable} unable</source>
        <translation>✓ {able} geeignet · ⚠ {cautioned} mit Warnungen · ✕ {unable} ungeeignet</translation>
    </message>
    <message numerus="yes">
        <source>At %n host(s); the first one as an example.</source>
        <translation>
            <numerusform>Bei %n Host; der erste als Beispiel.</numerusform>
            <numerusform>Bei %n Hosts; der erste als Beispiel.</numerusform>
        </translation>
    </message>
    <message>
        <source>Migrate…</source>
        <translation>Migrieren …</translation>
    </message>
</context>
<context>
    <name>Draft</name>
    <message>
        <source>Relocate virtual machine</source>
        <translation>Virtuelle Maschine verlagern</translation>
    </message>
</context>
<context>
    <name>DragController</name>
    <message>
        <source>Judging the virtual machines one after the other: {percent} %</source>
        <translation>Die virtuellen Maschinen werden nacheinander geprüft: {percent} %</translation>
    </message>
    <message>
        <source>Drop here to go on in the Migrate wizard.</source>
        <translation>Hier ablegen, um im Migrationsassistenten fortzufahren.</translation>
    </message>
    <message>
        <source>Hold Shift to move the storage as well.</source>
        <translation>Halten Sie die Umschalttaste, um auch den Speicherort zu ändern.</translation>
    </message>
    <message>
        <source>Drop here to choose storage and networks in the Migrate wizard.</source>
        <translation>Hier ablegen, um Speicher und Netzwerke im Migrationsassistenten zu wählen.</translation>
    </message>
    <message>
        <source>+ {count} more</source>
        <translation>+ {count} weitere</translation>
    </message>
    <message>
        <source>{host} would then be at {cpu} % CPU and {memory} % memory (configured).</source>
        <translation>{host} wäre dann bei {cpu} % CPU und {memory} % Speicher (konfiguriert).</translation>
    </message>
    <message>
        <source>About {duration}, {downtime} downtime, {data} to copy (simulated).</source>
        <translation>Etwa {duration}, {downtime} Ausfallzeit, {data} zu kopieren (simuliert).</translation>
    </message>
    <message>
        <source>Relocate virtual machine</source>
        <translation>Virtuelle Maschine verlagern</translation>
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
        <translation>{vm} von {source} nach {destination} migrieren</translation>
    </message>
    <message>
        <source>Imbalance of the hosts: CPU {cpu} → {cpu_after}, memory {memory} → {memory_after}.</source>
        <translation>Ungleichgewicht der Hosts: CPU {cpu} → {cpu_after}, Arbeitsspeicher {memory} → {memory_after}.</translation>
    </message>
    <message>
        <source>Score with all recommendations applied: {score}.</source>
        <translation>Punktzahl nach Anwendung aller Empfehlungen: {score}.</translation>
    </message>
    <message>
        <source>{low}–{high} %: {count}</source>
        <translation>{low}–{high} %: {count}</translation>
    </message>
    <message>
        <source>VM DRS score: {buckets}</source>
        <translation>VM-DRS-Punktzahl: {buckets}</translation>
    </message>
</context>
<context>
    <name>DrsPage</name>
    <message>
        <source>As it is now</source>
        <translation>Wie es jetzt ist</translation>
    </message>
    <message>
        <source>After {host} fails</source>
        <translation>Nach Ausfall von {host}</translation>
    </message>
    <message>
        <source>DRS score (estimated): {score}</source>
        <translation>DRS-Punktzahl (geschätzt): {score}</translation>
    </message>
    <message>
        <source>HA restarts {restarted} virtual machines on other hosts; {stopped} stay off.</source>
        <translation>HA startet {restarted} virtuelle Maschinen auf anderen Hosts neu; {stopped} bleiben ausgeschaltet.</translation>
    </message>
    <message>
        <source>DRS acts every five minutes of simulated time where it is fully automated</source>
        <translation>DRS handelt alle fünf Minuten simulierter Zeit, wo es vollautomatisiert ist</translation>
    </message>
    <message>
        <source>Its migrations stand in the history like all others; going back takes them back.</source>
        <translation>Seine Migrationen stehen im Verlauf wie alle anderen; Zurückgehen nimmt sie zurück.</translation>
    </message>
    <message>
        <source>Run &amp;DRS Now</source>
        <translation>&amp;DRS jetzt ausführen</translation>
    </message>
    <message>
        <source>Apply &amp;Selected</source>
        <translation>Au&amp;sgewählte anwenden</translation>
    </message>
    <message>
        <source>&amp;Apply Recommendations</source>
        <translation>&amp;Empfehlungen anwenden</translation>
    </message>
    <message>
        <source>VM/Host &amp;Rules…</source>
        <translation>VM/Host-&amp;Regeln…</translation>
    </message>
    <message>
        <source>&amp;HA Settings…</source>
        <translation>&amp;HA-Einstellungen…</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre wenn</translation>
    </message>
    <message>
        <source>DRS recommendations</source>
        <translation>DRS-Empfehlungen</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Recommendation</source>
        <translation>Empfehlung</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Gewinn</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Seconds in which one average virtual machine gets all its performance, over one hour.</source>
        <translation>Sekunden, in denen eine durchschnittliche virtuelle Maschine ihre volle Leistung erhält, über eine Stunde.</translation>
    </message>
    <message>
        <source>DRS has no recommendations at this migration threshold.</source>
        <translation>DRS hat bei diesem Migrationsschwellenwert keine Empfehlungen.</translation>
    </message>
</context>
<context>
    <name>DrsSettingsRow</name>
    <message>
        <source>1: only what rules and maintenance demand</source>
        <translation>1: nur was Regeln und Wartung verlangen</translation>
    </message>
    <message>
        <source>2: and significant improvements</source>
        <translation>2: und erhebliche Verbesserungen</translation>
    </message>
    <message>
        <source>3: and good improvements</source>
        <translation>3: und gute Verbesserungen</translation>
    </message>
    <message>
        <source>4: and moderate improvements</source>
        <translation>4: und mäßige Verbesserungen</translation>
    </message>
    <message>
        <source>5: and slight improvements</source>
        <translation>5: und geringe Verbesserungen</translation>
    </message>
    <message>
        <source>DRS settings of {cluster}</source>
        <translation>DRS-Einstellungen von {cluster}</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Manuell</translation>
    </message>
    <message>
        <source>Partially Automated</source>
        <translation>Teilautomatisiert</translation>
    </message>
    <message>
        <source>Fully Automated</source>
        <translation>Vollautomatisiert</translation>
    </message>
    <message>
        <source>Conservative</source>
        <translation>Konservativ</translation>
    </message>
    <message>
        <source>Aggressive</source>
        <translation>Aggressiv</translation>
    </message>
    <message>
        <source>DRS on</source>
        <translation>DRS ein</translation>
    </message>
    <message>
        <source>Automation level</source>
        <translation>Automatisierungsebene</translation>
    </message>
    <message>
        <source>Migration threshold</source>
        <translation>Migrationsschwellenwert</translation>
    </message>
</context>
<context>
    <name>DuplicateDialog</name>
    <message>
        <source>Duplicate {name}</source>
        <translation>{name} duplizieren</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Each gets the same hardware, networks and shared datastores, and addresses, standard switches and local datastores of its own. The virtual machines are not copied.</source>
        <translation>Jeder bekommt dieselbe Hardware, dieselben Netzwerke und gemeinsamen Datenspeicher sowie eigene Adressen, Standard-Switches und lokale Datenspeicher. Die virtuellen Maschinen werden nicht kopiert.</translation>
    </message>
    <message>
        <source>Each gets files and addresses of its own, on the same host and datastores.</source>
        <translation>Jede bekommt eigene Dateien und Adressen, auf demselben Host und denselben Datenspeichern.</translation>
    </message>
    <message>
        <source>What lies within the object is not copied. To copy that too, use Ctrl+C and Ctrl+V.</source>
        <translation>Was in dem Objekt liegt, wird nicht kopiert. Dafür gibt es Strg+C und Strg+V.</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>edit of {name}</source>
        <translation>Bearbeitung von {name}</translation>
    </message>
    <message>
        <source>Comes with: {names}.</source>
        <translation>Kommt mit: {names}.</translation>
    </message>
    <message>
        <source>Is joined to: {names}.</source>
        <translation>Wird verbunden mit: {names}.</translation>
    </message>
    <message>
        <source>new {kind} {name}</source>
        <translation>{kind} {name} neu</translation>
    </message>
    <message>
        <source>{count} new VMs</source>
        <translation>{count} neue VMs</translation>
    </message>
    <message>
        <source>{count} × copy of {name}</source>
        <translation>{count} × Kopie von {name}</translation>
    </message>
    <message>
        <source>mounts of {name}</source>
        <translation>Mounts von {name}</translation>
    </message>
    <message>
        <source>removal of {names}</source>
        <translation>Entfernen von {names}</translation>
    </message>
    <message>
        <source>In a migration: {effect}</source>
        <translation>Bei einer Migration: {effect}</translation>
    </message>
    <message>
        <source>From {low} to {high}.</source>
        <translation>Von {low} bis {high}.</translation>
    </message>
    <message>
        <source>From {low}.</source>
        <translation>Ab {low}.</translation>
    </message>
    <message>
        <source>Must be given.</source>
        <translation>Muss angegeben werden.</translation>
    </message>
    <message>
        <source>Default: {value}.</source>
        <translation>Standard: {value}.</translation>
    </message>
    <message>
        <source>not specified</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>{number} pages/s</source>
        <translation>{number} Seiten/s</translation>
    </message>
    <message>
        <source>pages/s</source>
        <translation>Seiten/s</translation>
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
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Specify</source>
        <translation>Angeben</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(keine Angabe)</translation>
    </message>
    <message>
        <source>Own numbers</source>
        <translation>Eigene Zahlen</translation>
    </message>
</context>
<context>
    <name>EditorEntries</name>
    <message>
        <source>&amp;Edit settings…</source>
        <translation>&amp;Einstellungen bearbeiten …</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>Umbe&amp;nennen …</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Duplicate…</source>
        <translation>&amp;Duplizieren …</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen …</translation>
    </message>
    <message>
        <source>Select an object first.</source>
        <translation>Wählen Sie zuerst ein Objekt aus.</translation>
    </message>
    <message>
        <source>Edit settings…</source>
        <translation>Einstellungen bearbeiten …</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Mount on hosts…</source>
        <translation>Auf Hosts mounten …</translation>
    </message>
    <message>
        <source>Add more like this…</source>
        <translation>Weitere wie diesen hinzufügen …</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>Duplizieren …</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>Key: {key}</source>
        <translation>Taste: {key}</translation>
    </message>
    <message>
        <source>Many VMs from a preset…</source>
        <translation>Viele VMs nach einer Vorgabe …</translation>
    </message>
    <message>
        <source>{kind}…</source>
        <translation>{kind} …</translation>
    </message>
</context>
<context>
    <name>EmptyLabHint</name>
    <message>
        <source>This lab is empty.

Drag objects here from the Objects panel, choose Edit &gt; Add, or right-click.
It begins with a vCenter Server and a datacenter.

File &gt; New from template opens a complete estate instead.</source>
        <translation>Dieses Lab ist leer.

Ziehen Sie Objekte aus dem Bereich „Objekte“ hierher, wählen Sie Bearbeiten &gt; Hinzufügen, oder klicken Sie mit der rechten Maustaste.
Am Anfang stehen ein vCenter Server und ein Datacenter.

Datei &gt; Neu nach Vorlage öffnet stattdessen eine vollständige Umgebung.</translation>
    </message>
</context>
<context>
    <name>EndingField</name>
    <message>
        <source>When the user goes on</source>
        <translation>Wenn der Benutzer weitergeht</translation>
    </message>
    <message>
        <source>When the question is answered</source>
        <translation>Wenn die Frage beantwortet ist</translation>
    </message>
    <message>
        <source>When the user has done what the step asks for</source>
        <translation>Wenn der Benutzer getan hat, worum der Schritt bittet</translation>
    </message>
    <message>
        <source>When the goals of the exercise are reached</source>
        <translation>Wenn die Ziele der Übung erreicht sind</translation>
    </message>
    <message>
        <source>At an event of the engine</source>
        <translation>Bei einem Ereignis der Simulation</translation>
    </message>
    <message>
        <source>After some simulated time</source>
        <translation>Nach simulierter Zeit</translation>
    </message>
    <message>
        <source>When an expression is true</source>
        <translation>Wenn ein Ausdruck wahr ist</translation>
    </message>
    <message>
        <source>Any virtual machine</source>
        <translation>Beliebige virtuelle Maschine</translation>
    </message>
    <message>
        <source>The step ends</source>
        <translation>Der Schritt endet</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Which time it happens</source>
        <translation>Das wievielte Mal</translation>
    </message>
    <message>
        <source>Simulated time</source>
        <translation>Simulierte Zeit</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
</context>
<context>
    <name>EnterMaintenanceDialog</name>
    <message>
        <source>Enter Maintenance Mode: {host}</source>
        <translation>In den Wartungsmodus wechseln: {host}</translation>
    </message>
    <message>
        <source>&amp;Move powered-off and suspended virtual machines to other hosts in the cluster</source>
        <translation>Ausgeschaltete und angehaltene virtuelle Maschinen auf andere Hosts im Cluster &amp;verschieben</translation>
    </message>
    <message>
        <source>&amp;Enter Maintenance Mode</source>
        <translation>In den &amp;Wartungsmodus wechseln</translation>
    </message>
    <message>
        <source>&amp;Give up after</source>
        <translation>&amp;Aufgeben nach</translation>
    </message>
    <message>
        <source>&amp;vSAN data migration</source>
        <translation>&amp;vSAN-Datenmigration</translation>
    </message>
    <message>
        <source>no time limit</source>
        <translation>kein Zeitlimit</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Give up after</source>
        <translation>Aufgeben nach</translation>
    </message>
    <message>
        <source>There are none on this host.</source>
        <translation>Auf diesem Host gibt es keine.</translation>
    </message>
    <message>
        <source>{count} on this host; they may also stay.</source>
        <translation>{count} auf diesem Host; sie dürfen auch bleiben.</translation>
    </message>
    <message>
        <source>A host in maintenance mode runs no virtual machine and takes none until it leaves that mode.</source>
        <translation>Auf einem Host im Wartungsmodus läuft keine virtuelle Maschine, und er nimmt keine auf, bis er diesen Modus verlässt.</translation>
    </message>
    <message>
        <source>No virtual machine runs on this one.</source>
        <translation>Auf diesem läuft keine.</translation>
    </message>
    <message>
        <source>Powered on here: {count}.</source>
        <translation>Hier eingeschaltet: {count}.</translation>
    </message>
    <message>
        <source>The host is in no cluster: migrate them yourself, or shut them down.</source>
        <translation>Der Host ist in keinem Cluster: Migrieren Sie sie selbst, oder fahren Sie sie herunter.</translation>
    </message>
    <message>
        <source>DRS is turned off in {cluster}: migrate them yourself, or shut them down.</source>
        <translation>DRS ist in {cluster} ausgeschaltet: Migrieren Sie sie selbst, oder fahren Sie sie herunter.</translation>
    </message>
    <message>
        <source>DRS (fully automated) migrates them to other hosts of {cluster}.</source>
        <translation>DRS (vollautomatisch) migriert sie auf andere Hosts von {cluster}.</translation>
    </message>
    <message>
        <source>DRS recommends where to migrate them; apply its recommendations in Recent Tasks, or migrate them yourself.</source>
        <translation>DRS empfiehlt, wohin sie migriert werden sollen; übernehmen Sie die Empfehlungen unter „Aktuelle Aufgaben“, oder migrieren Sie sie selbst.</translation>
    </message>
</context>
<context>
    <name>EntityDialog</name>
    <message>
        <source>New: {kind}</source>
        <translation>Neu: {kind}</translation>
    </message>
    <message>
        <source>Edit settings – {name}</source>
        <translation>Einstellungen bearbeiten – {name}</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>✕ Something is not right yet: see the marked fields.</source>
        <translation>✕ Etwas stimmt noch nicht: siehe die markierten Felder.</translation>
    </message>
</context>
<context>
    <name>EntityForm</name>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
</context>
<context>
    <name>EventsModel</name>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>Time (simulated)</source>
        <translation>Zeit (simuliert)</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>EventsPane</name>
    <message>
        <source>Filter events</source>
        <translation>Ereignisse filtern</translation>
    </message>
    <message>
        <source>All severities</source>
        <translation>Alle Schweregrade</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Warnungen und Fehler</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>Selected object only</source>
        <translation>Nur ausgewähltes Objekt</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Write the events that are shown as a table for other programs (CSV).</source>
        <translation>Die angezeigten Ereignisse als Tabelle für andere Programme schreiben (CSV).</translation>
    </message>
    <message>
        <source>Double-click an event to go to its moment.</source>
        <translation>Ein Doppelklick auf ein Ereignis führt zu seinem Zeitpunkt.</translation>
    </message>
    <message>
        <source>No events to show.</source>
        <translation>Keine Ereignisse.</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>{file} could not be written: {reason}. Choose another place.</source>
        <translation>{file} konnte nicht geschrieben werden: {reason}. Wählen Sie einen anderen Ort.</translation>
    </message>
</context>
<context>
    <name>ExportController</name>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>Run as &amp;web page…</source>
        <translation>Lauf als &amp;Webseite…</translation>
    </message>
    <message>
        <source>&amp;Picture of the topology…</source>
        <translation>&amp;Bild der Topologie…</translation>
    </message>
    <message>
        <source>Picture of the wi&amp;ndow…</source>
        <translation>Bild des &amp;Fensters…</translation>
    </message>
    <message>
        <source>&amp;Animation of the run…</source>
        <translation>&amp;Animation des Laufs…</translation>
    </message>
    <message>
        <source>Work&amp;sheet of the lesson…</source>
        <translation>&amp;Arbeitsblatt der Lektion…</translation>
    </message>
    <message>
        <source>Run as web page</source>
        <translation>Lauf als Webseite</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>Webseiten (*.html)</translation>
    </message>
    <message>
        <source>The page is being written…</source>
        <translation>Die Seite wird geschrieben…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Open a lesson first: its worksheet can be written then.</source>
        <translation>Öffnen Sie zuerst eine Lektion: Dann kann ihr Arbeitsblatt geschrieben werden.</translation>
    </message>
    <message>
        <source>Worksheet of the lesson</source>
        <translation>Arbeitsblatt der Lektion</translation>
    </message>
    <message>
        <source>Vector graphics (*.svg)</source>
        <translation>Vektorgrafiken (*.svg)</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>Picture of the topology</source>
        <translation>Bild der Topologie</translation>
    </message>
    <message>
        <source>Picture of the window</source>
        <translation>Bild des Fensters</translation>
    </message>
    <message>
        <source>{lab} · {time} · simulated by the rules of {profile}</source>
        <translation>{lab} · {time} · simuliert nach den Regeln von {profile}</translation>
    </message>
    <message>
        <source>There is nothing to film yet: play the run first.</source>
        <translation>Es gibt noch nichts zu filmen: Spielen Sie den Lauf zuerst ab.</translation>
    </message>
    <message>
        <source>WebP animations (*.webp)</source>
        <translation>WebP-Animationen (*.webp)</translation>
    </message>
    <message>
        <source>GIF animations (*.gif)</source>
        <translation>GIF-Animationen (*.gif)</translation>
    </message>
    <message>
        <source>Animation of the run</source>
        <translation>Animation des Laufs</translation>
    </message>
    <message>
        <source>Written: {file} ({size})</source>
        <translation>Geschrieben: {file} ({size})</translation>
    </message>
    <message>
        <source>{file} could not be written: {reason}. Choose another place.</source>
        <translation>{file} konnte nicht geschrieben werden: {reason}. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>The export does not have this object; all its values are assumed.</source>
        <translation>Der Export enthält dieses Objekt nicht; alle seine Werte sind angenommen.</translation>
    </message>
    <message>
        <source>Assumed by the import</source>
        <translation>Vom Import angenommen</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Power state</source>
        <translation>Betriebszustand</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Wartung</translation>
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
        <translation>{used} von {capacity}</translation>
    </message>
    <message>
        <source>Capacity and usage (configured)</source>
        <translation>Kapazität und Nutzung (konfiguriert)</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>{sockets} sockets, {cores} cores at {mhz} MHz</source>
        <translation>{sockets} Sockel, {cores} Kerne mit {mhz} MHz</translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation>Hardware</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Logical processors</source>
        <translation>Logische Prozessoren</translation>
    </message>
    <message>
        <source>Highest EVC mode</source>
        <translation>Höchster EVC-Modus</translation>
    </message>
    <message>
        <source>VMkernel adapters</source>
        <translation>VMkernel-Adapter</translation>
    </message>
    <message>
        <source> (guessed)</source>
        <translation> (vermutet)</translation>
    </message>
    <message>
        <source>Management</source>
        <translation>Management</translation>
    </message>
    <message>
        <source>Provisioning</source>
        <translation>Bereitstellung</translation>
    </message>
    <message>
        <source>Fault Tolerance logging</source>
        <translation>Fault-Tolerance-Protokollierung</translation>
    </message>
    <message>
        <source>down</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>Physical adapters</source>
        <translation>Physische Adapter</translation>
    </message>
    <message>
        <source>{free} free</source>
        <translation>{free} frei</translation>
    </message>
    <message>
        <source>Datastores</source>
        <translation>Datenspeicher</translation>
    </message>
    <message>
        <source>Virtual machines ({count})</source>
        <translation>Virtuelle Maschinen ({count})</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Manuell</translation>
    </message>
    <message>
        <source>Partially Automated</source>
        <translation>Teilautomatisch</translation>
    </message>
    <message>
        <source>Fully Automated</source>
        <translation>Vollautomatisch</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>tolerates {count} failed hosts</source>
        <translation>verträgt den Ausfall von {count} Hosts</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Migration threshold</source>
        <translation>Migrationsschwelle</translation>
    </message>
    <message>
        <source>Admission control</source>
        <translation>Zugangssteuerung</translation>
    </message>
    <message>
        <source>EVC mode</source>
        <translation>EVC-Modus</translation>
    </message>
    <message>
        <source>Keep Virtual Machines Together</source>
        <translation>Virtuelle Maschinen zusammenhalten</translation>
    </message>
    <message>
        <source>Separate Virtual Machines</source>
        <translation>Virtuelle Maschinen trennen</translation>
    </message>
    <message>
        <source>Must run on hosts</source>
        <translation>Muss auf Hosts laufen</translation>
    </message>
    <message>
        <source>Should run on hosts</source>
        <translation>Soll auf Hosts laufen</translation>
    </message>
    <message>
        <source>Must not run on hosts</source>
        <translation>Darf nicht auf Hosts laufen</translation>
    </message>
    <message>
        <source>Should not run on hosts</source>
        <translation>Soll nicht auf Hosts laufen</translation>
    </message>
    <message>
        <source>No rules.</source>
        <translation>Keine Regeln.</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
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
        <translation>Datenspeicher</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Space threshold</source>
        <translation>Speicherplatz-Schwellenwert</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Datastores ({count})</source>
        <translation>Datenspeicher ({count})</translation>
    </message>
    <message>
        <source>Datastore cluster</source>
        <translation>Datenspeicher-Cluster</translation>
    </message>
    <message>
        <source>Reads up to</source>
        <translation>Liest bis zu</translation>
    </message>
    <message>
        <source>Writes up to</source>
        <translation>Schreibt bis zu</translation>
    </message>
    <message>
        <source>VMs with disks here</source>
        <translation>VMs mit Festplatten hier</translation>
    </message>
    <message>
        <source>Subnet</source>
        <translation>Subnetz</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>Präfix</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>Port groups</source>
        <translation>Portgruppen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>In Betrieb</translation>
    </message>
    <message>
        <source>Between</source>
        <translation>Zwischen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>Bandbreite</translation>
    </message>
    <message>
        <source>Round-trip time</source>
        <translation>Umlaufzeit</translation>
    </message>
    <message>
        <source>Packet loss</source>
        <translation>Paketverlust</translation>
    </message>
    <message>
        <source>Network link</source>
        <translation>Netzwerkverbindung</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>Switch</translation>
    </message>
    <message>
        <source>Port group</source>
        <translation>Portgruppe</translation>
    </message>
    <message>
        <source>Virtual machines</source>
        <translation>Virtuelle Maschinen</translation>
    </message>
    <message>
        <source>Distributed switch</source>
        <translation>Distributed Switch</translation>
    </message>
    <message>
        <source>Standard switch</source>
        <translation>Standard-Switch</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>SSO domain</source>
        <translation>SSO-Domäne</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>Arbeitslast</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Resource pool</source>
        <translation>Ressourcenpool</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Guest OS</source>
        <translation>Gastbetriebssystem</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>Läuft nicht</translation>
    </message>
    <message>
        <source>VMware Tools</source>
        <translation>VMware Tools</translation>
    </message>
    <message>
        <source>Pending question</source>
        <translation>Offene Frage</translation>
    </message>
    <message>
        <source>vCPUs</source>
        <translation>vCPUs</translation>
    </message>
    <message>
        <source>Hardware version</source>
        <translation>Hardwareversion</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>Memory ever written</source>
        <translation>Je beschriebener Speicher</translation>
    </message>
    <message>
        <source>Memory reservation</source>
        <translation>Speicherreservierung</translation>
    </message>
    <message>
        <source>CPU reservation</source>
        <translation>CPU-Reservierung</translation>
    </message>
    <message>
        <source>Needs EVC mode</source>
        <translation>Braucht EVC-Modus</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>Verschlüsselt</translation>
    </message>
    <message>
        <source>Fault Tolerance</source>
        <translation>Fault Tolerance</translation>
    </message>
    <message>
        <source>Latency sensitivity high</source>
        <translation>Latenzempfindlichkeit hoch</translation>
    </message>
    <message>
        <source>Linked clone</source>
        <translation>Verknüpfter Klon</translation>
    </message>
    <message>
        <source>{used} of {capacity} used</source>
        <translation>{used} von {capacity} belegt</translation>
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
        <translation>Virtuelle Festplatten</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Netzwerke</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>with memory</source>
        <translation>mit Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>Snapshot</translation>
    </message>
    <message>
        <source>Devices and snapshots</source>
        <translation>Geräte und Snapshots</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>vMotion network lost</source>
        <translation>vMotion-Netzwerk verloren</translation>
    </message>
    <message>
        <source>Host failed</source>
        <translation>Host ausgefallen</translation>
    </message>
    <message>
        <source>Link failed</source>
        <translation>Verbindung ausgefallen</translation>
    </message>
    <message>
        <source>Datastore full</source>
        <translation>Datenspeicher voll</translation>
    </message>
    <message>
        <source>Next switchover stalls</source>
        <translation>Nächste Umschaltung stockt</translation>
    </message>
    <message>
        <source>Destination cannot resume the VM</source>
        <translation>Ziel kann die VM nicht fortsetzen</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Passes</source>
        <translation>Durchgänge</translation>
    </message>
    <message>
        <source>Total time</source>
        <translation>Gesamtzeit</translation>
    </message>
    <message>
        <source>Downtime</source>
        <translation>Ausfallzeit</translation>
    </message>
    <message>
        <source>Data sent</source>
        <translation>Gesendete Daten</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>Formel</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>Simuliert</translation>
    </message>
    <message>
        <source>The textbook: each pass sends what turned dirty in the one before, V(i+1) = min(W, D · V(i) / R), until the rest fits the switchover goal. It counts every write as a page of its own.</source>
        <translation>Das Lehrbuch: Jeder Durchgang sendet, was während des vorigen geändert wurde, V(i+1) = min(W, D · V(i) / R), bis der Rest in das Umschaltziel passt. Jeder Schreibvorgang zählt darin als eigene Seite.</translation>
    </message>
    <message>
        <source>The engine, run ahead from now: page by page, with all that shares the way.</source>
        <translation>Die Engine, von jetzt an vorausgerechnet: Seite für Seite, mit allem, was den Weg teilt.</translation>
    </message>
    <message>
        <source>✕ There is no vMotion network between the hosts.</source>
        <translation>✕ Zwischen den Hosts gibt es kein vMotion-Netzwerk.</translation>
    </message>
    <message>
        <source>⚠ The guest dirties {share} of what is copied in the same time: SDPS slows it.</source>
        <translation>⚠ Der Gast ändert {share} dessen, was in derselben Zeit kopiert wird: SDPS bremst ihn.</translation>
    </message>
    <message>
        <source>⚠ The guest dirties {share} of what is copied in the same time: it does not converge.</source>
        <translation>⚠ Der Gast ändert {share} dessen, was in derselben Zeit kopiert wird: Es konvergiert nicht.</translation>
    </message>
    <message>
        <source>✓ The guest dirties {share} of what is copied in the same time: it converges.</source>
        <translation>✓ Der Gast ändert {share} dessen, was in derselben Zeit kopiert wird: Es konvergiert.</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>schlägt fehl</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>no end in sight</source>
        <translation>kein Ende absehbar</translation>
    </message>
</context>
<context>
    <name>FileController</name>
    <message>
        <source>New lab</source>
        <translation>Neues Labor</translation>
    </message>
    <message>
        <source>Open lab</source>
        <translation>Labor öffnen</translation>
    </message>
    <message>
        <source>Labs (*.json)</source>
        <translation>Labore (*.json)</translation>
    </message>
    <message>
        <source>Checking {name}…</source>
        <translation>{name} wird geprüft…</translation>
    </message>
    <message>
        <source>The lab was brought back.</source>
        <translation>Das Labor wurde wiederhergestellt.</translation>
    </message>
    <message>
        <source>RVTools exports (*.xlsx *.csv);;All files (*)</source>
        <translation>RVTools-Exporte (*.xlsx *.csv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import RVTools export</source>
        <translation>RVTools-Export importieren</translation>
    </message>
    <message>
        <source>Importing {name}…</source>
        <translation>{name} wird importiert…</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>{name} gespeichert.</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Unsaved changes</source>
        <translation>Nicht gespeicherte Änderungen</translation>
    </message>
    <message>
        <source>Save the changes to {name}?</source>
        <translation>Änderungen an {name} speichern?</translation>
    </message>
    <message>
        <source>They are lost if you do not save them.</source>
        <translation>Sie gehen verloren, wenn Sie sie nicht speichern.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save lab as</source>
        <translation>Labor speichern unter</translation>
    </message>
    <message>
        <source>Labs (*.json)</source>
        <translation>Labore (*.json)</translation>
    </message>
    <message>
        <source>Recover work</source>
        <translation>Arbeit wiederherstellen</translation>
    </message>
    <message>
        <source>The program did not end properly last time.</source>
        <translation>Das Programm wurde beim letzten Mal nicht richtig beendet.</translation>
    </message>
    <message>
        <source>The lab can be brought back as it was at most a second before.</source>
        <translation>Das Labor kann so wiederhergestellt werden, wie es höchstens eine Sekunde vorher war.</translation>
    </message>
    <message>
        <source>There are {count} such labs; the latest one is offered first.</source>
        <translation>Es gibt {count} solche Labore; das neueste wird zuerst angeboten.</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Wegwerfen</translation>
    </message>
    <message>
        <source>The lab cannot be opened</source>
        <translation>Das Labor kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>{name} has a problem:</source>
        <translation>{name} hat ein Problem:</translation>
    </message>
    <message>
        <source>{name} has {count} problems:</source>
        <translation>{name} hat {count} Probleme:</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>What was found, and what is allowed</source>
        <translation>Was gefunden wurde und was erlaubt ist</translation>
    </message>
</context>
<context>
    <name>Film</name>
    <message>
        <source>The run is being filmed…</source>
        <translation>Der Lauf wird gefilmt…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The animation is being written…</source>
        <translation>Die Animation wird geschrieben…</translation>
    </message>
</context>
<context>
    <name>FilmDialog</name>
    <message>
        <source>Animation of the run</source>
        <translation>Animation des Laufs</translation>
    </message>
    <message>
        <source>The topology as it is shown now, from {start} to {end} of simulated time.</source>
        <translation>Die Topologie, wie sie jetzt zu sehen ist, von {start} bis {end} der simulierten Zeit.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Length of the animation</source>
        <translation>&amp;Länge der Animation</translation>
    </message>
    <message>
        <source>&amp;Size in pixels</source>
        <translation>&amp;Größe in Pixeln</translation>
    </message>
</context>
<context>
    <name>FirstOffer</name>
    <message>
        <source>New here? The first lesson shows a vMotion in {n} minutes.</source>
        <translation>Neu hier? Die erste Lektion zeigt in {n} Minuten ein vMotion.</translation>
    </message>
    <message>
        <source>Start the first lesson</source>
        <translation>Erste Lektion beginnen</translation>
    </message>
    <message>
        <source>All lessons…</source>
        <translation>Alle Lektionen …</translation>
    </message>
    <message>
        <source>Do not offer it again</source>
        <translation>Nicht mehr anbieten</translation>
    </message>
    <message>
        <source>For beginners</source>
        <translation>Für den Einstieg</translation>
    </message>
</context>
<context>
    <name>ForkDialog</name>
    <message>
        <source>&amp;Run again</source>
        <translation>&amp;Erneut ausführen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Change one thing for {vm}</source>
        <translation>Eines für {vm} ändern</translation>
    </message>
    <message>
        <source>From the &amp;moment that is shown</source>
        <translation>Ab dem angezeigten &amp;Moment</translation>
    </message>
    <message>
        <source>From its &amp;beginning</source>
        <translation>Von &amp;Beginn an</translation>
    </message>
    <message>
        <source>What has been played stays as it is. A branch begins with this change; all that was asked for later is asked for again, and both futures are drawn on one chart.</source>
        <translation>Was abgespielt wurde, bleibt, wie es ist. Mit dieser Änderung beginnt ein Zweig; alles, was später verlangt wurde, wird erneut verlangt, und beide Verläufe werden in einem Diagramm gezeichnet.</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>Ä&amp;nderung</translation>
    </message>
    <message>
        <source>now {value}</source>
        <translation>jetzt {value}</translation>
    </message>
</context>
<context>
    <name>FuturesController</name>
    <message>
        <source>&amp;Fork from this moment…</source>
        <translation>Ab diesem Moment &amp;verzweigen …</translation>
    </message>
    <message>
        <source>F&amp;utures on one chart…</source>
        <translation>Verläufe in einem &amp;Diagramm …</translation>
    </message>
    <message>
        <source>Start a migration, and go to the moment from which it is to be otherwise.</source>
        <translation>Starten Sie eine Migration und gehen Sie zu dem Moment, ab dem es anders kommen soll.</translation>
    </message>
    <message>
        <source>That cannot be changed at this moment.</source>
        <translation>Das lässt sich in diesem Moment nicht ändern.</translation>
    </message>
    <message>
        <source>Start a migration first: only then has it a future.</source>
        <translation>Starten Sie zuerst eine Migration: Erst dann gibt es Verläufe.</translation>
    </message>
</context>
<context>
    <name>FuturesWindow</name>
    <message>
        <source>This migration has one future. Choose a moment and fork from it (Shift+F) for another.</source>
        <translation>Diese Migration hat einen Verlauf. Wählen Sie einen Moment und verzweigen Sie dort (Umschalt+F), um einen weiteren zu erhalten.</translation>
    </message>
    <message>
        <source>{count} futures; the newest begins at {time}. ✓ marks the branch that the window shows.</source>
        <translation>{count} Verläufe; der neueste beginnt bei {time}. ✓ kennzeichnet den Zweig, den das Fenster zeigt.</translation>
    </message>
    <message>
        <source>Futures of {vm}</source>
        <translation>Verläufe von {vm}</translation>
    </message>
    <message>
        <source>Show the &amp;other branch</source>
        <translation>Den &amp;anderen Zweig zeigen</translation>
    </message>
    <message>
        <source>The whole window goes over to the next of these branches</source>
        <translation>Das ganze Fenster wechselt zum nächsten dieser Zweige</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Lessons</source>
        <translation>Lektionen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Open a lesson file…</source>
        <translation>Lektionsdatei öffnen…</translation>
    </message>
    <message>
        <source>Lessons and labs</source>
        <translation>Lektionen und Labore</translation>
    </message>
    <message>
        <source>Progress in the lesson</source>
        <translation>Fortschritt in der Lektion</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen …</translation>
    </message>
    <message>
        <source>Lessons and labs of this folder appear here, too.</source>
        <translation>Lektionen und Labore dieses Ordners erscheinen auch hier.</translation>
    </message>
    <message>
        <source>Your folder: {folder}</source>
        <translation>Ihr Ordner: {folder}</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>von Ihnen</translation>
    </message>
    <message>
        <source>{hosts} hosts, {vms} virtual machines</source>
        <translation>{hosts} Hosts, {vms} virtuelle Maschinen</translation>
    </message>
    <message>
        <source>Lab</source>
        <translation>Labor</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>Nicht verwendbar</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>✓ done</source>
        <translation>✓ abgeschlossen</translation>
    </message>
    <message>
        <source>step {n} of {all}</source>
        <translation>Schritt {n} von {all}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
</context>
<context>
    <name>GanttView</name>
    <message>
        <source>Migrations in time</source>
        <translation>Migrationen im Zeitverlauf</translation>
    </message>
    <message>
        <source>{vm} to {host}</source>
        <translation>{vm} nach {host}</translation>
    </message>
    <message>
        <source>{vm} begins when the bar to its left has ended</source>
        <translation>{vm} beginnt, wenn der Balken links davon geendet hat</translation>
    </message>
</context>
<context>
    <name>Ghost</name>
    <message>
        <source>{name} and {count} more</source>
        <translation>{name} und {count} weitere</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>F1: glossary</source>
        <translation>F1: Glossar</translation>
    </message>
</context>
<context>
    <name>GlossaryWindow</name>
    <message>
        <source>English word</source>
        <translation>Englisches Wort</translation>
    </message>
    <message>
        <source>German word</source>
        <translation>Deutsches Wort</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glossar</translation>
    </message>
    <message>
        <source>Filter in both languages</source>
        <translation>In beiden Sprachen filtern</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Begriffe</translation>
    </message>
    <message>
        <source>Also: {words}</source>
        <translation>Auch: {words}</translation>
    </message>
    <message>
        <source>See also:</source>
        <translation>Siehe auch:</translation>
    </message>
</context>
<context>
    <name>GoalStrip</name>
    <message>
        <source>Goal</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>The same situation from its beginning.</source>
        <translation>Dieselbe Situation von Anfang an.</translation>
    </message>
    <message>
        <source>Close goal</source>
        <translation>Ziel schließen</translation>
    </message>
    <message>
        <source>The estate stays open; only the goal goes.</source>
        <translation>Die Umgebung bleibt offen; nur das Ziel geht.</translation>
    </message>
    <message>
        <source>Reached.</source>
        <translation>Erreicht.</translation>
    </message>
</context>
<context>
    <name>HaDialog</name>
    <message>
        <source>HA settings of {cluster}</source>
        <translation>HA-Einstellungen von {cluster}</translation>
    </message>
    <message>
        <source>HA restarts virtual machines when a host fails</source>
        <translation>HA startet virtuelle Maschinen neu, wenn ein Host ausfällt</translation>
    </message>
    <message>
        <source>Admission control keeps room for failed hosts</source>
        <translation>Die Zugangssteuerung hält Platz für ausgefallene Hosts frei</translation>
    </message>
    <message>
        <source>Slot policy</source>
        <translation>Slot-Richtlinie</translation>
    </message>
    <message>
        <source>Cluster resource percentage</source>
        <translation>Prozentsatz der Clusterressourcen</translation>
    </message>
    <message>
        <source>Dedicated failover hosts</source>
        <translation>Dedizierte Failover-Hosts</translation>
    </message>
    <message>
        <source>As much as the largest hosts have</source>
        <translation>So viel, wie die größten Hosts haben</translation>
    </message>
    <message>
        <source>&amp;Policy:</source>
        <translation>&amp;Richtlinie:</translation>
    </message>
    <message>
        <source>Host &amp;failures to tolerate:</source>
        <translation>Tolerierte Host&amp;ausfälle:</translation>
    </message>
    <message>
        <source>&amp;CPU kept free:</source>
        <translation>Freigehaltene &amp;CPU:</translation>
    </message>
    <message>
        <source>&amp;Memory kept free:</source>
        <translation>Freigehaltener Arbeits&amp;speicher:</translation>
    </message>
    <message>
        <source>&amp;Dedicated hosts:</source>
        <translation>&amp;Dedizierte Hosts:</translation>
    </message>
</context>
<context>
    <name>HostActions</name>
    <message>
        <source>Put down here (Ctrl+V)</source>
        <translation>Hier ablegen (Strg+V)</translation>
    </message>
    <message>
        <source>Nothing is picked up.</source>
        <translation>Nichts ist aufgenommen.</translation>
    </message>
    <message>
        <source>Maintenance Mode</source>
        <translation>Wartungsmodus</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Inject fault</source>
        <translation>Störung auslösen</translation>
    </message>
    <message>
        <source>Its powered-on VMs leave for other hosts first.</source>
        <translation>Seine eingeschalteten VMs verlassen ihn zuerst.</translation>
    </message>
    <message>
        <source>Plan Maintenance…</source>
        <translation>Wartung planen…</translation>
    </message>
    <message>
        <source>Where every VM would go, how long it takes, what stands against it; then run or export it.</source>
        <translation>Wohin jede VM ginge, wie lange es dauert, was dagegen spricht; dann ausführen oder exportieren.</translation>
    </message>
    <message>
        <source>Enter Maintenance Mode…</source>
        <translation>In den Wartungsmodus wechseln …</translation>
    </message>
    <message>
        <source>Cancel entering maintenance mode</source>
        <translation>Wechsel in den Wartungsmodus abbrechen</translation>
    </message>
    <message>
        <source>The host is not entering maintenance mode.</source>
        <translation>Der Host wechselt nicht in den Wartungsmodus.</translation>
    </message>
    <message>
        <source>The host is in maintenance mode.</source>
        <translation>Der Host ist im Wartungsmodus.</translation>
    </message>
    <message>
        <source>The host is not in maintenance mode.</source>
        <translation>Der Host ist nicht im Wartungsmodus.</translation>
    </message>
    <message>
        <source>Exit Maintenance Mode</source>
        <translation>Wartungsmodus beenden</translation>
    </message>
    <message>
        <source>The host is connected.</source>
        <translation>Der Host ist verbunden.</translation>
    </message>
    <message>
        <source>The host is not connected.</source>
        <translation>Der Host ist nicht verbunden.</translation>
    </message>
    <message>
        <source>The host is entering maintenance mode already.</source>
        <translation>Der Host wechselt bereits in den Wartungsmodus.</translation>
    </message>
    <message>
        <source>The host is still entering: cancel that instead.</source>
        <translation>Der Host wechselt noch: Brechen Sie das stattdessen ab.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
</context>
<context>
    <name>HostTaskDialog</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>No virtual machine is in the way.</source>
        <translation>Keine virtuelle Maschine ist im Weg.</translation>
    </message>
    <message>
        <source>&amp;Apply Recommendations</source>
        <translation>Empfehlungen ü&amp;bernehmen</translation>
    </message>
    <message>
        <source>&amp;Cancel Task</source>
        <translation>&amp;Aufgabe abbrechen</translation>
    </message>
    <message>
        <source>C&amp;ures…</source>
        <translation>A&amp;bhilfe …</translation>
    </message>
    <message>
        <source>Changes of the estate that would let the chosen virtual machine leave.</source>
        <translation>Änderungen der Umgebung, die die gewählte virtuelle Maschine gehen ließen.</translation>
    </message>
    <message>
        <source>Virtual Machine</source>
        <translation>Virtuelle Maschine</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Virtual machines that are still there</source>
        <translation>Virtuelle Maschinen, die noch da sind</translation>
    </message>
</context>
<context>
    <name>HostTasks</name>
    <message>
        <source>Enter maintenance mode</source>
        <translation>In den Wartungsmodus wechseln</translation>
    </message>
    <message>
        <source>Exit maintenance mode</source>
        <translation>Wartungsmodus beenden</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Waits for you</source>
        <translation>Wartet auf Sie</translation>
    </message>
    <message>
        <source>Migrating vSAN data</source>
        <translation>Migriert vSAN-Daten</translation>
    </message>
    <message>
        <source>Migrating VMs</source>
        <translation>Migriert VMs</translation>
    </message>
    <message>
        <source>Migrating</source>
        <translation>Wird migriert</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>Empfohlen</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blockiert</translation>
    </message>
    <message>
        <source>No files come back by themselves.</source>
        <translation>Dateien kommen nicht von selbst zurück.</translation>
    </message>
    <message>
        <source>No virtual machine comes back by itself.</source>
        <translation>Keine virtuelle Maschine kommt von selbst zurück.</translation>
    </message>
    <message>
        <source>{left} of {leaving} VMs have left</source>
        <translation>{left} von {leaving} VMs sind weg</translation>
    </message>
    <message>
        <source>{moved} of {total} of vSAN data moved</source>
        <translation>{moved} von {total} vSAN-Daten verschoben</translation>
    </message>
    <message>
        <source>{count} on their way</source>
        <translation>{count} unterwegs</translation>
    </message>
    <message>
        <source>{count} recommended migrations to apply</source>
        <translation>{count} empfohlene Migrationen zu übernehmen</translation>
    </message>
    <message>
        <source>{count} blocked</source>
        <translation>{count} blockiert</translation>
    </message>
    <message>
        <source>Double-click: each virtual machine with its reason and what to do.</source>
        <translation>Doppelklick: jede virtuelle Maschine mit Grund und was zu tun ist.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
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
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Powered-on VMs</source>
        <translation>Eingeschaltete VMs</translation>
    </message>
    <message>
        <source>VMs</source>
        <translation>VMs</translation>
    </message>
    <message>
        <source>Hosts to empty</source>
        <translation>Zu leerende Hosts</translation>
    </message>
    <message>
        <source>Least time</source>
        <translation>Kürzeste Zeit</translation>
    </message>
    <message>
        <source>Least downtime of all VMs together</source>
        <translation>Kürzeste Ausfallzeit aller VMs zusammen</translation>
    </message>
    <message>
        <source>Best balance afterwards</source>
        <translation>Beste Auslastung danach</translation>
    </message>
    <message>
        <source>Fewest migrations</source>
        <translation>Wenigste Migrationen</translation>
    </message>
    <message>
        <source>VMs that are powered off leave, too</source>
        <translation>Auch ausgeschaltete VMs verlassen den Host</translation>
    </message>
    <message>
        <source>VMs on local storage may move with their disks</source>
        <translation>VMs auf lokalem Speicher dürfen mit ihren Festplatten umziehen</translation>
    </message>
    <message>
        <source>VMs may leave their cluster</source>
        <translation>VMs dürfen ihren Cluster verlassen</translation>
    </message>
    <message>
        <source>Maintenance window:</source>
        <translation>Wartungsfenster:</translation>
    </message>
    <message>
        <source>Window begins</source>
        <translation>Beginn des Fensters</translation>
    </message>
    <message>
        <source>Window ends</source>
        <translation>Ende des Fensters</translation>
    </message>
    <message>
        <source>Plan for:</source>
        <translation>Plan für:</translation>
    </message>
    <message>
        <source>vSAN data:</source>
        <translation>vSAN-Daten:</translation>
    </message>
    <message>
        <source>Stand-alone hosts</source>
        <translation>Eigenständige Hosts</translation>
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
        <translation>Alles, was in diesem Lab angefordert wurde, von seinem Anfang an noch einmal nach diesen Regeln abspielen</translation>
    </message>
</context>
<context>
    <name>ImportReportDialog</name>
    <message>
        <source>Import report</source>
        <translation>Importbericht</translation>
    </message>
    <message>
        <source>This lab carries no report of its import.</source>
        <translation>Dieses Labor enthält keinen Bericht seines Imports.</translation>
    </message>
    <message>
        <source>vMotion adapters ({count})</source>
        <translation>vMotion-Adapter ({count})</translation>
    </message>
    <message>
        <source>Assumptions and warnings</source>
        <translation>Annahmen und Warnungen</translation>
    </message>
    <message>
        <source>Missing and unreadable</source>
        <translation>Fehlendes und Unlesbares</translation>
    </message>
    <message>
        <source>Open the lab</source>
        <translation>Labor öffnen</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>The export does not tell which adapters carry vMotion. These were guessed: keep the check marks where the guess is right.</source>
        <translation>Der Export sagt nicht, welche Adapter vMotion tragen. Diese wurden vermutet: Lassen Sie die Häkchen dort stehen, wo die Vermutung stimmt.</translation>
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
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Port group</source>
        <translation>Portgruppe</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was getan wurde</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Assumed or guessed</source>
        <translation>Angenommen oder vermutet</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message>
        <source>What is missing or cannot be read</source>
        <translation>Was fehlt oder nicht lesbar ist</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>Nichts fehlt.</translation>
    </message>
</context>
<context>
    <name>ImportReports</name>
    <message>
        <source>confirmation of vMotion adapters</source>
        <translation>Bestätigung von vMotion-Adaptern</translation>
    </message>
</context>
<context>
    <name>InventoryPane</name>
    <message>
        <source>Hosts and Clusters</source>
        <translation>Hosts und Cluster</translation>
    </message>
    <message>
        <source>VMs and Templates</source>
        <translation>VMs und Vorlagen</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Networking</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>{view} (Ctrl+{number})</source>
        <translation>{view} (Strg+{number})</translation>
    </message>
    <message>
        <source>Filter by name or address</source>
        <translation>Nach Name oder Adresse filtern</translation>
    </message>
    <message>
        <source>Filter the inventory</source>
        <translation>Bestand filtern</translation>
    </message>
</context>
<context>
    <name>Issues</name>
    <message>
        <source>Injected fault: {fault}</source>
        <translation>Ausgelöste Störung: {fault}</translation>
    </message>
    <message>
        <source>Repair it with the object&apos;s menu, Inject fault.</source>
        <translation>Beheben Sie sie über das Menü des Objekts, „Störung auslösen“.</translation>
    </message>
    <message>
        <source>{name} is {state}.</source>
        <translation>Zustand von {name}: {state}.</translation>
    </message>
    <message>
        <source>Some values of {name} were assumed by the import.</source>
        <translation>Einige Werte von {name} hat der Import angenommen.</translation>
    </message>
    <message>
        <source>{name} is {percent} % full.</source>
        <translation>{name} ist zu {percent} % voll.</translation>
    </message>
    <message>
        <source>Move disks to another datastore.</source>
        <translation>Verschieben Sie Festplatten auf einen anderen Datenspeicher.</translation>
    </message>
    <message>
        <source>No VMkernel adapter of {name} is enabled for vMotion.</source>
        <translation>Kein VMkernel-Adapter von {name} ist für vMotion aktiviert.</translation>
    </message>
    <message>
        <source>Enable vMotion on an adapter.</source>
        <translation>Aktivieren Sie vMotion an einem Adapter.</translation>
    </message>
    <message>
        <source>The link of {nic} of {name} is down.</source>
        <translation>Die Verbindung von {nic} an {name} ist unterbrochen.</translation>
    </message>
    <message>
        <source>{name} waits for an answer: {question}</source>
        <translation>{name} wartet auf eine Antwort: {question}</translation>
    </message>
    <message>
        <source>VMware Tools does not run in {name}.</source>
        <translation>In {name} laufen keine VMware Tools.</translation>
    </message>
    <message>
        <source>Rule “{rule}” is violated.</source>
        <translation>Regel „{rule}“ ist verletzt.</translation>
    </message>
    <message>
        <source>No other host of its cluster can take {name}.</source>
        <translation>Kein anderer Host des Clusters kann {name} aufnehmen.</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Hosts and Clusters, VMs and Templates, Storage, Networking</source>
        <translation>Hosts und Cluster, VMs und Vorlagen, Speicher, Netzwerk</translation>
    </message>
    <message>
        <source>Filter the inventory</source>
        <translation>Bestand filtern</translation>
    </message>
    <message>
        <source>Command palette: every action and object</source>
        <translation>Befehlspalette: alle Aktionen und Objekte</translation>
    </message>
    <message>
        <source>Migrate the selected VMs: the wizard</source>
        <translation>Ausgewählte VMs migrieren: der Assistent</translation>
    </message>
    <message>
        <source>Migrate the selected VMs to …</source>
        <translation>Ausgewählte VMs migrieren auf …</translation>
    </message>
    <message>
        <source>Show possible targets of the selected VMs</source>
        <translation>Mögliche Ziele der ausgewählten VMs zeigen</translation>
    </message>
    <message>
        <source>Plan the maintenance of the selected hosts</source>
        <translation>Die Wartung der ausgewählten Hosts planen</translation>
    </message>
    <message>
        <source>Plan a cluster&apos;s maintenance, host by host</source>
        <translation>Die Wartung eines Clusters planen, Host für Host</translation>
    </message>
    <message>
        <source>Who can go where: all VMs by all hosts</source>
        <translation>Wer kann wohin: alle VMs und alle Hosts</translation>
    </message>
    <message>
        <source>While dropping: open the wizard, filled in</source>
        <translation>Beim Ablegen: den ausgefüllten Assistenten öffnen</translation>
    </message>
    <message>
        <source>While dropping: move the storage as well</source>
        <translation>Beim Ablegen: auch den Speicher verschieben</translation>
    </message>
    <message>
        <source>Search the whole inventory</source>
        <translation>Gesamten Bestand durchsuchen</translation>
    </message>
    <message>
        <source>Pick up VMs / put them down on a host, cluster or datastore</source>
        <translation>VMs aufnehmen / auf Host, Cluster oder Datenspeicher ablegen</translation>
    </message>
    <message>
        <source>End a drag or put back what was picked up</source>
        <translation>Ziehen beenden oder Aufgenommenes zurücklegen</translation>
    </message>
    <message>
        <source>Undo / redo</source>
        <translation>Rückgängig / wiederholen</translation>
    </message>
    <message>
        <source>Move the selected VM back</source>
        <translation>Ausgewählte VM zurückverschieben</translation>
    </message>
    <message>
        <source>Menu of the selected object</source>
        <translation>Menü des ausgewählten Objekts</translation>
    </message>
    <message>
        <source>Play / pause simulated time</source>
        <translation>Simulierte Zeit starten / anhalten</translation>
    </message>
    <message>
        <source>One event forward / back</source>
        <translation>Ein Ereignis vor / zurück</translation>
    </message>
    <message>
        <source>One pre-copy pass forward</source>
        <translation>Einen Pre-Copy-Durchgang vor</translation>
    </message>
    <message>
        <source>Slower / faster</source>
        <translation>Langsamer / schneller</translation>
    </message>
    <message>
        <source>Topology: zoom in, zoom out, fit, centre on the selection</source>
        <translation>Topologie: vergrößern, verkleinern, alles, Auswahl in die Mitte</translation>
    </message>
    <message>
        <source>Edit the settings of the selected object (also Alt+Enter)</source>
        <translation>Einstellungen des ausgewählten Objekts bearbeiten (auch Alt+Eingabe)</translation>
    </message>
    <message>
        <source>Duplicate the selected object</source>
        <translation>Das ausgewählte Objekt duplizieren</translation>
    </message>
    <message>
        <source>Copy objects / paste them, in this lab or another one</source>
        <translation>Objekte kopieren / einfügen, in diesem Lab oder einem anderen</translation>
    </message>
    <message>
        <source>Remove objects; in Recent Tasks: cancel or move back</source>
        <translation>Objekte entfernen; unter „Aktuelle Aufgaben“: abbrechen oder zurück verschieben</translation>
    </message>
    <message>
        <source>New lab / open / save</source>
        <translation>Neues Labor / öffnen / speichern</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lektionen</translation>
    </message>
    <message>
        <source>Knobs: what would another value lead to</source>
        <translation>Regler: Wohin würde ein anderer Wert führen</translation>
    </message>
    <message>
        <source>Another future of a migration from this moment on</source>
        <translation>Ein anderer Verlauf einer Migration ab diesem Moment</translation>
    </message>
    <message>
        <source>Futures of a migration on one chart</source>
        <translation>Verläufe einer Migration in einem Diagramm</translation>
    </message>
    <message>
        <source>Situations with a goal</source>
        <translation>Situationen mit einem Ziel</translation>
    </message>
    <message>
        <source>Start a situation</source>
        <translation>Eine Situation starten</translation>
    </message>
    <message>
        <source>All checks before a migration, explained</source>
        <translation>Alle Prüfungen vor einer Migration, erklärt</translation>
    </message>
    <message>
        <source>Glossary: what is meant by what has the focus</source>
        <translation>Glossar: was mit dem gemeint ist, was den Fokus hat</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>Diese Liste</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
</context>
<context>
    <name>KindDropping</name>
    <message>
        <source>New: {kind} in {parent}</source>
        <translation>Neu: {kind} in {parent}</translation>
    </message>
    <message>
        <source>New: {kind}</source>
        <translation>Neu: {kind}</translation>
    </message>
</context>
<context>
    <name>KindPage</name>
    <message>
        <source>Change compute resource only</source>
        <translation>Nur Computing-Ressource ändern</translation>
    </message>
    <message>
        <source>Migrate the virtual machines to another host or cluster.</source>
        <translation>Die virtuellen Maschinen auf einen anderen Host oder Cluster migrieren.</translation>
    </message>
    <message>
        <source>Change storage only</source>
        <translation>Nur Speicher ändern</translation>
    </message>
    <message>
        <source>Migrate the virtual machines&apos; storage to another datastore.</source>
        <translation>Den Speicher der virtuellen Maschinen in einen anderen Datenspeicher migrieren.</translation>
    </message>
    <message>
        <source>Change both compute resource and storage</source>
        <translation>Computing-Ressource und Speicher ändern</translation>
    </message>
    <message>
        <source>Migrate to another host or cluster, and the storage to another datastore.</source>
        <translation>Auf einen anderen Host oder Cluster migrieren, den Speicher in einen anderen Datenspeicher.</translation>
    </message>
    <message>
        <source>Cross vCenter Server export</source>
        <translation>vCenter Server-übergreifender Export</translation>
    </message>
    <message>
        <source>Migrate to a host or cluster that another vCenter Server manages.</source>
        <translation>Auf einen Host oder Cluster migrieren, den ein anderer vCenter Server verwaltet.</translation>
    </message>
</context>
<context>
    <name>KnobsPanel</name>
    <message>
        <source>&lt;b&gt;{vm}&lt;/b&gt; on its way from {host} to</source>
        <translation>&lt;b&gt;{vm}&lt;/b&gt; unterwegs von {host} nach</translation>
    </message>
    <message>
        <source>&lt;b&gt;{vm}&lt;/b&gt; from {host} to</source>
        <translation>&lt;b&gt;{vm}&lt;/b&gt; von {host} nach</translation>
    </message>
    <message>
        <source>change of “{knob}”</source>
        <translation>Änderung von „{knob}“</translation>
    </message>
    <message>
        <source>Foreseen</source>
        <translation>Vorausgesehen</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>Bisher</translation>
    </message>
    <message>
        <source>Select a powered-on virtual machine, or start a migration: here you turn what it depends on, and see at once what comes of it.</source>
        <translation>Wählen Sie eine eingeschaltete virtuelle Maschine aus oder starten Sie eine Migration: Hier verstellen Sie, wovon sie abhängt, und sehen sofort, was daraus wird.</translation>
    </message>
    <message>
        <source>Destination host</source>
        <translation>Zielhost</translation>
    </message>
    <message>
        <source>&amp;Migrate</source>
        <translation>&amp;Migrieren</translation>
    </message>
    <message>
        <source>Start this migration with the knobs as they stand</source>
        <translation>Diese Migration mit den jetzigen Reglern starten</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>Virtual machines</source>
        <translation>Virtuelle Maschinen</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>While dragging</source>
        <translation>Beim Ziehen</translation>
    </message>
    <message>
        <source>Storage and network</source>
        <translation>Speicher und Netzwerk</translation>
    </message>
    <message>
        <source>Powered on</source>
        <translation>Eingeschaltet</translation>
    </message>
    <message>
        <source>Powered off</source>
        <translation>Ausgeschaltet</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Arriving: filled as far as copied</source>
        <translation>Kommt an: so weit gefüllt wie kopiert</translation>
    </message>
    <message>
        <source>Memory pages on their way</source>
        <translation>Speicherseiten unterwegs</translation>
    </message>
    <message>
        <source>Disk blocks on their way</source>
        <translation>Festplattenblöcke unterwegs</translation>
    </message>
    <message>
        <source>CPU and memory load in %</source>
        <translation>CPU- und Speicherlast in %</translation>
    </message>
    <message>
        <source>above 80 %</source>
        <translation>über 80 %</translation>
    </message>
    <message>
        <source>above 95 %</source>
        <translation>über 95 %</translation>
    </message>
    <message>
        <source>Maintenance mode; ring: entering</source>
        <translation>Wartungsmodus; Ring: Wechsel dorthin</translation>
    </message>
    <message>
        <source>Not responding; grey: disconnected</source>
        <translation>Antwortet nicht; grau: getrennt</translation>
    </message>
    <message>
        <source>Standby</source>
        <translation>Standby</translation>
    </message>
    <message>
        <source>Quarantine mode</source>
        <translation>Quarantänemodus</translation>
    </message>
    <message>
        <source>Compatible</source>
        <translation>Kompatibel</translation>
    </message>
    <message>
        <source>Compatible with warnings</source>
        <translation>Kompatibel mit Warnungen</translation>
    </message>
    <message>
        <source>Not compatible</source>
        <translation>Nicht kompatibel</translation>
    </message>
    <message>
        <source>Datastore, filled as far as used</source>
        <translation>Datenspeicher, so weit gefüllt wie belegt</translation>
    </message>
    <message>
        <source>Reaches (mounts, is attached to)</source>
        <translation>Erreicht (eingehängt, angeschlossen)</translation>
    </message>
    <message>
        <source>Network link: bit/s (powers of 1000), RTT</source>
        <translation>Netzwerkverbindung: bit/s (Potenzen von 1000), RTT</translation>
    </message>
    <message>
        <source>Broken: link down, path lost</source>
        <translation>Unterbrochen: Verbindung aus, Pfad verloren</translation>
    </message>
    <message>
        <source>vCenters of one SSO domain</source>
        <translation>vCenter einer SSO-Domäne</translation>
    </message>
    <message>
        <source>Sizes in KB, MB, GB: powers of 1024</source>
        <translation>Größen in KB, MB, GB: Potenzen von 1024</translation>
    </message>
</context>
<context>
    <name>LessonController</name>
    <message>
        <source>&amp;Gallery…</source>
        <translation>&amp;Galerie…</translation>
    </message>
    <message>
        <source>&amp;Show the lesson</source>
        <translation>Lektion &amp;anzeigen</translation>
    </message>
    <message>
        <source>&amp;Leave the lesson</source>
        <translation>Lektion &amp;verlassen</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lektion</translation>
    </message>
    <message>
        <source>This step cannot end any more. Start it again.</source>
        <translation>Dieser Schritt kann nicht mehr enden. Wiederholen Sie ihn.</translation>
    </message>
</context>
<context>
    <name>LessonPage</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>Worum es geht</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Numbers of the run</source>
        <translation>Zahlen des Laufs</translation>
    </message>
    <message>
        <source>Add a number</source>
        <translation>Eine Zahl hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Numbers of the run, of which texts speak as {name}:</source>
        <translation>Zahlen des Laufs, von denen Texte als {name} sprechen:</translation>
    </message>
</context>
<context>
    <name>LessonPane</name>
    <message>
        <source>Step {n} of {all}</source>
        <translation>Schritt {n} von {all}</translation>
    </message>
    <message>
        <source>Know more</source>
        <translation>Mehr dazu</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Speaker notes</source>
        <translation>Notizen für den Vortrag</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Back to the lesson</source>
        <translation>Zurück zur Lektion</translation>
    </message>
    <message>
        <source>Free play</source>
        <translation>Frei spielen</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>Lösung zeigen</translation>
    </message>
    <message>
        <source>Skip ahead</source>
        <translation>Vorspringen</translation>
    </message>
    <message>
        <source>Hint (costs {n} points)</source>
        <translation>Hinweis (kostet {n} Punkte)</translation>
    </message>
    <message>
        <source>Show me (no points)</source>
        <translation>Zeigen (0 Punkte)</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Free play: try anything. The lesson waits where you left it.</source>
        <translation>Freies Spiel: Probieren Sie alles aus. Die Lektion wartet, wo Sie sie verlassen haben.</translation>
    </message>
    <message>
        <source>Goals reached: {n} of {all} ({share} %)</source>
        <translation>Erreichte Ziele: {n} von {all} ({share} %)</translation>
    </message>
    <message>
        <source>This step is done.</source>
        <translation>Dieser Schritt ist geschafft.</translation>
    </message>
    <message>
        <source>Waiting for your prediction.</source>
        <translation>Wartet auf Ihre Vorhersage.</translation>
    </message>
    <message>
        <source>Waiting for you.</source>
        <translation>Wartet auf Sie.</translation>
    </message>
    <message>
        <source>The simulation is running.</source>
        <translation>Die Simulation läuft.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next event</source>
        <translation>Nächstes Ereignis</translation>
    </message>
    <message>
        <source>Start this step again</source>
        <translation>Schritt wiederholen</translation>
    </message>
    <message>
        <source>Leave the lesson</source>
        <translation>Lektion verlassen</translation>
    </message>
</context>
<context>
    <name>Lessons</name>
    <message>
        <source>Folder of your own lessons and labs</source>
        <translation>Ordner Ihrer eigenen Lektionen und Labore</translation>
    </message>
    <message>
        <source>Beginner</source>
        <translation>Einsteiger</translation>
    </message>
    <message>
        <source>Intermediate</source>
        <translation>Fortgeschrittene</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Experten</translation>
    </message>
    <message>
        <source>You did not predict. The run says: {right}.</source>
        <translation>Sie haben nichts vorhergesagt. Der Lauf sagt: {right}.</translation>
    </message>
    <message>
        <source>✓ Your prediction was right: {right}.</source>
        <translation>✓ Ihre Vorhersage stimmt: {right}.</translation>
    </message>
    <message>
        <source>✗ You predicted: {said}. The run says: {right}.</source>
        <translation>✗ Ihre Vorhersage: {said}. Der Lauf sagt: {right}.</translation>
    </message>
    <message>
        <source>Open a lesson file</source>
        <translation>Lektionsdatei öffnen</translation>
    </message>
    <message>
        <source>Lessons (*.toml *.vmlesson)</source>
        <translation>Lektionen (*.toml *.vmlesson)</translation>
    </message>
    <message>
        <source>Save the lesson</source>
        <translation>Lektion speichern</translation>
    </message>
    <message>
        <source>Lesson, its lab beside it (*.toml)</source>
        <translation>Lektion, das Lab daneben (*.toml)</translation>
    </message>
    <message>
        <source>Lesson and lab in one file to share (*.vmlesson)</source>
        <translation>Lektion und Lab in einer Datei zum Weitergeben (*.vmlesson)</translation>
    </message>
</context>
<context>
    <name>Lights</name>
    <message>
        <source>Inventory</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Topology</source>
        <translation>Topologie</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Knobs</source>
        <translation>Regler</translation>
    </message>
    <message>
        <source>Recent Tasks</source>
        <translation>Aktuelle Aufgaben</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>Migration</source>
        <translation>Migration</translation>
    </message>
    <message>
        <source>Migration: stages</source>
        <translation>Migration: Phasen</translation>
    </message>
    <message>
        <source>Migration: memory</source>
        <translation>Migration: Speicher</translation>
    </message>
    <message>
        <source>Migration: charts</source>
        <translation>Migration: Diagramme</translation>
    </message>
    <message>
        <source>Migration: on the wire</source>
        <translation>Migration: auf der Leitung</translation>
    </message>
    <message>
        <source>Migration: the service</source>
        <translation>Migration: der Dienst</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>Play and speed</source>
        <translation>Abspielen und Tempo</translation>
    </message>
    <message>
        <source>The lesson itself</source>
        <translation>Die Lektion selbst</translation>
    </message>
</context>
<context>
    <name>LightsField</name>
    <message>
        <source>The spotlight falls on</source>
        <translation>Das Licht fällt auf</translation>
    </message>
    <message>
        <source>What can be lit</source>
        <translation>Was beleuchtet werden kann</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Click it in the window…</source>
        <translation>Im Fenster anklicken …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>LoadTable</name>
    <message>
        <source>Load of the hosts</source>
        <translation>Last der Hosts</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>{before} % → {after} %, at worst {worst} %</source>
        <translation>{before} % → {after} %, höchstens {worst} %</translation>
    </message>
    <message>
        <source>Datastore</source>
        <translation>Datenspeicher</translation>
    </message>
    <message>
        <source>Space in use</source>
        <translation>Belegter Speicherplatz</translation>
    </message>
    <message>
        <source>Space in use of the datastores</source>
        <translation>Belegter Speicherplatz der Datenspeicher</translation>
    </message>
</context>
<context>
    <name>Loads</name>
    <message>
        <source>{link} {direction}: {used} of {capacity} · {shares}</source>
        <translation>{link} {direction}: {used} von {capacity} · {shares}</translation>
    </message>
    <message>
        <source>other traffic</source>
        <translation>anderer Verkehr</translation>
    </message>
    <message>
        <source>{rate} = {percent} of {link}</source>
        <translation>{rate} = {percent} von {link}</translation>
    </message>
    <message>
        <source>sends</source>
        <translation>sendet</translation>
    </message>
    <message>
        <source>receives</source>
        <translation>empfängt</translation>
    </message>
    <message>
        <source>reads</source>
        <translation>liest</translation>
    </message>
    <message>
        <source>writes</source>
        <translation>schreibt</translation>
    </message>
    <message>
        <source>there</source>
        <translation>hin</translation>
    </message>
    <message>
        <source>back</source>
        <translation>zurück</translation>
    </message>
    <message>
        <source>{range} left (simulated)</source>
        <translation>noch {range} (simuliert)</translation>
    </message>
</context>
<context>
    <name>LogsPane</name>
    <message>
        <source>Filter lines</source>
        <translation>Zeilen filtern</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy all lines that are shown</source>
        <translation>Alle angezeigten Zeilen kopieren</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>Simuliert</translation>
    </message>
    <message>
        <source>Written after real logs of both hosts; numbers of processes and source lines are left out.</source>
        <translation>Nach echten Protokollen beider Hosts geschrieben; Nummern von Prozessen und Quellzeilen fehlen.</translation>
    </message>
    <message>
        <source>Log lines of the migration that is shown</source>
        <translation>Protokollzeilen der angezeigten Migration</translation>
    </message>
    <message>
        <source>No migration is shown. Start one, or choose one in Recent Tasks.</source>
        <translation>Es wird keine Migration angezeigt. Starten Sie eine oder wählen Sie eine in „Aktuelle Aufgaben“.</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Find in the inventory</source>
        <translation>Im Bestand &amp;filtern</translation>
    </message>
    <message>
        <source>&amp;Search everywhere…</source>
        <translation>Überall &amp;suchen…</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>&amp;Befehlspalette …</translation>
    </message>
    <message>
        <source>&amp;Migrate…</source>
        <translation>&amp;Migrieren …</translation>
    </message>
    <message>
        <source>Mi&amp;grate to…</source>
        <translation>Mi&amp;grieren auf…</translation>
    </message>
    <message>
        <source>Show possible &amp;targets</source>
        <translation>Mögliche &amp;Ziele zeigen</translation>
    </message>
    <message>
        <source>&amp;Pick up</source>
        <translation>&amp;Aufnehmen</translation>
    </message>
    <message>
        <source>&amp;Move back</source>
        <translation>&amp;Zurückverschieben</translation>
    </message>
    <message>
        <source>&amp;Knobs</source>
        <translation>&amp;Regler</translation>
    </message>
    <message>
        <source>Reduced &amp;motion</source>
        <translation>Weniger &amp;Bewegung</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>&amp;Über</translation>
    </message>
    <message>
        <source>Live connection</source>
        <translation>Live-Verbindung</translation>
    </message>
    <message>
        <source>Simulation · {rules} · imported copy of {origin}</source>
        <translation>Simulation · {rules} · importierte Kopie von {origin}</translation>
    </message>
    <message>
        <source>Simulation · {rules}</source>
        <translation>Simulation · {rules}</translation>
    </message>
    <message>
        <source>Alarms ({count})</source>
        <translation>Alarme ({count})</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>Knobs</source>
        <translation>Regler</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>All times, rates and amounts are simulated, by the rules of this hypervisor (menu Edit).</source>
        <translation>Alle Zeiten, Raten und Mengen sind simuliert, nach den Regeln dieses Hypervisors (Menü Bearbeiten).</translation>
    </message>
    <message>
        <source>Topology</source>
        <translation>Topologie</translation>
    </message>
    <message>
        <source>Put &amp;down or paste</source>
        <translation>A&amp;blegen oder einfügen</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>Überwachen</translation>
    </message>
    <message>
        <source>Inventory</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Recent Tasks</source>
        <translation>Aktuelle Aufgaben</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Migration</source>
        <translation>Migration</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>MaintenanceArea</name>
    <message>
        <source>Maintenance
Drop hosts here to plan it</source>
        <translation>Wartung
Hosts hier ablegen, um sie zu planen</translation>
    </message>
</context>
<context>
    <name>MaintenanceController</name>
    <message>
        <source>Plan mai&amp;ntenance…</source>
        <translation>&amp;Wartung planen …</translation>
    </message>
    <message>
        <source>Plan r&amp;olling maintenance…</source>
        <translation>&amp;Rollierende Wartung planen …</translation>
    </message>
</context>
<context>
    <name>MaintenanceExports</name>
    <message>
        <source>Runbook for a browser (HTML)…</source>
        <translation>Ablaufplan für den Browser (HTML)…</translation>
    </message>
    <message>
        <source>Runbook to print (PDF)…</source>
        <translation>Ablaufplan zum Drucken (PDF)…</translation>
    </message>
    <message>
        <source>Moves as a table (CSV)…</source>
        <translation>Migrationen als Tabelle (CSV)…</translation>
    </message>
    <message>
        <source>Script for PowerCLI…</source>
        <translation>Skript für PowerCLI…</translation>
    </message>
    <message>
        <source>Script for govc…</source>
        <translation>Skript für govc…</translation>
    </message>
    <message>
        <source>Ansible playbook…</source>
        <translation>Ansible-Playbook…</translation>
    </message>
    <message>
        <source>Export the plan</source>
        <translation>Plan exportieren</translation>
    </message>
    <message>
        <source>{path} was not written: {reason}. Choose another place.</source>
        <translation>{path} wurde nicht geschrieben: {reason}. Wählen Sie einen anderen Ort.</translation>
    </message>
</context>
<context>
    <name>MaintenanceWizard</name>
    <message>
        <source>Plan maintenance</source>
        <translation>Wartung planen</translation>
    </message>
    <message>
        <source>Hosts and window</source>
        <translation>Hosts und Zeitfenster</translation>
    </message>
    <message>
        <source>Datastores and window</source>
        <translation>Datenspeicher und Zeitfenster</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Start the migrations of the plan in the simulated estate, then maintenance mode.</source>
        <translation>Die Migrationen des Plans in der simulierten Umgebung starten, danach den Wartungsmodus.</translation>
    </message>
    <message>
        <source>Maintenance of {lab}</source>
        <translation>Wartung von {lab}</translation>
    </message>
</context>
<context>
    <name>MemoryHeatMap</name>
    <message>
        <source>Memory map</source>
        <translation>Speicherkarte</translation>
    </message>
    <message>
        <source>No memory copy is running.</source>
        <translation>Es läuft keine Speicherkopie.</translation>
    </message>
    <message>
        <source>Dirty {dirty} + in flight {in_flight} = remaining {remaining}</source>
        <translation>Schmutzig {dirty} + unterwegs {in_flight} = verbleibend {remaining}</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>sauber</translation>
    </message>
    <message>
        <source>dirty</source>
        <translation>schmutzig</translation>
    </message>
    <message>
        <source>in flight</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>{role}: {clean} pages clean, {dirty} dirty, {in_flight} in flight</source>
        <translation>{role}: {clean} Seiten sauber, {dirty} schmutzig, {in_flight} unterwegs</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Actions</source>
        <translation>A&amp;ktionen</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>&amp;Lektionen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Open the &amp;demo lab</source>
        <translation>&amp;Demo-Labor öffnen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>&amp;Import RVTools…</source>
        <translation>RVTools &amp;importieren…</translation>
    </message>
    <message>
        <source>Import re&amp;port…</source>
        <translation>Import&amp;bericht…</translation>
    </message>
    <message>
        <source>&amp;Compare with recorded migrations…</source>
        <translation>Mit aufgezeichneten Migrationen &amp;vergleichen…</translation>
    </message>
    <message>
        <source>No labs yet</source>
        <translation>Noch keine Labore</translation>
    </message>
    <message>
        <source>&amp;Undo {step}</source>
        <translation>&amp;Rückgängig: {step}</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo {step}</source>
        <translation>&amp;Wiederholen: {step}</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Inventory</source>
        <translation>&amp;Bestand</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Bereiche</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation>Schrift&amp;größe</translation>
    </message>
</context>
<context>
    <name>MigrateWizard</name>
    <message>
        <source>Compatible</source>
        <translation>Kompatibel</translation>
    </message>
    <message>
        <source>With warnings</source>
        <translation>Mit Warnungen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Select a host, or a cluster: there each virtual machine gets the host that suits it best.</source>
        <translation>Wählen Sie einen Host oder einen Cluster: Dort erhält jede virtuelle Maschine den am besten geeigneten Host.</translation>
    </message>
    <message>
        <source>Select the datastore for the virtual machines&apos; files.</source>
        <translation>Wählen Sie den Datenspeicher für die Dateien der virtuellen Maschinen.</translation>
    </message>
    <message>
        <source>Select the network that each source network becomes at the destination.</source>
        <translation>Wählen Sie, welches Netzwerk jedes Quellnetzwerk am Ziel wird.</translation>
    </message>
    <message>
        <source>Select how the migration is served when others run or wait.</source>
        <translation>Wählen Sie, wie die Migration behandelt wird, wenn andere laufen oder warten.</translation>
    </message>
    <message>
        <source>Verify what will happen, then press Finish.</source>
        <translation>Prüfen Sie, was geschehen wird, und wählen Sie dann „Beenden“.</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} und {count} weitere</translation>
    </message>
    <message>
        <source>Change where these run, where their files are, or both: {names}</source>
        <translation>Ändern, wo diese laufen, wo ihre Dateien liegen, oder beides: {names}</translation>
    </message>
    <message>
        <source>Migrate | {name}</source>
        <translation>Migrieren | {name}</translation>
    </message>
    <message numerus="yes">
        <source>Migrate | %n VM(s)</source>
        <translation>
            <numerusform>Migrieren | %n VM</numerusform>
            <numerusform>Migrieren | %n VMs</numerusform>
        </translation>
    </message>
    <message>
        <source>Close the wizard? What you have chosen is not kept.</source>
        <translation>Den Assistenten schließen? Ihre Auswahl wird nicht behalten.</translation>
    </message>
    <message>
        <source>Same format as source</source>
        <translation>Dasselbe Format wie Quelle</translation>
    </message>
    <message>
        <source>Thick Provision Lazy Zeroed</source>
        <translation>Thick-Provision Lazy-Zeroed</translation>
    </message>
    <message>
        <source>Thick Provision Eager Zeroed</source>
        <translation>Thick-Provision Eager-Zeroed</translation>
    </message>
    <message>
        <source>Thin Provision</source>
        <translation>Thin-Provision</translation>
    </message>
    <message>
        <source>Select a migration type</source>
        <translation>Migrationstyp auswählen</translation>
    </message>
    <message>
        <source>Select a compute resource</source>
        <translation>Computing-Ressource auswählen</translation>
    </message>
    <message>
        <source>Select storage</source>
        <translation>Speicher auswählen</translation>
    </message>
    <message>
        <source>Select networks</source>
        <translation>Netzwerke auswählen</translation>
    </message>
    <message>
        <source>Select vMotion priority</source>
        <translation>vMotion-Priorität auswählen</translation>
    </message>
    <message>
        <source>Ready to complete</source>
        <translation>Bereit zum Abschließen</translation>
    </message>
</context>
<context>
    <name>MigrationCharts</name>
    <message>
        <source>Charts of the migration</source>
        <translation>Diagramme der Migration</translation>
    </message>
    <message>
        <source>Copy bandwidth</source>
        <translation>Kopierrate</translation>
    </message>
    <message>
        <source>Dirty-page rate</source>
        <translation>Rate schmutziger Seiten</translation>
    </message>
    <message>
        <source>Disk copy</source>
        <translation>Festplattenkopie</translation>
    </message>
    <message>
        <source>Remaining memory</source>
        <translation>Verbleibender Speicher</translation>
    </message>
    <message>
        <source>Guest slow-down</source>
        <translation>Bremsung des Gasts</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopie</translation>
    </message>
    <message>
        <source>Dirty pages</source>
        <translation>Dirty Pages</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Festplatte</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>Rest</translation>
    </message>
    <message>
        <source>Slow-down</source>
        <translation>Bremsung</translation>
    </message>
    <message>
        <source>Simulated time from left to right; wheel: zoom, double click: everything</source>
        <translation>Simulierte Zeit von links nach rechts; Rad: Zoom, Doppelklick: alles</translation>
    </message>
    <message>
        <source>Switchover</source>
        <translation>Umschaltung</translation>
    </message>
</context>
<context>
    <name>MigrationGestures</name>
    <message>
        <source>Select a virtual machine that can be migrated.</source>
        <translation>Wählen Sie eine virtuelle Maschine, die migriert werden kann.</translation>
    </message>
    <message>
        <source>Select a virtual machine first.</source>
        <translation>Wählen Sie zuerst eine virtuelle Maschine.</translation>
    </message>
    <message>
        <source>Nothing is picked up or copied. Select an object and press Ctrl+X or Ctrl+C.</source>
        <translation>Es ist nichts aufgenommen oder kopiert. Wählen Sie ein Objekt aus und drücken Sie Strg+X oder Strg+C.</translation>
    </message>
    <message>
        <source>There is no finished move of the selected virtual machine to take back.</source>
        <translation>Es gibt keine abgeschlossene Verschiebung der ausgewählten virtuellen Maschine, die sich zurücknehmen ließe.</translation>
    </message>
    <message>
        <source>{vms} picked up: select a host and press Ctrl+V, or press Esc.</source>
        <translation>{vms} aufgenommen: Wählen Sie einen Host und drücken Sie Strg+V, oder Esc.</translation>
    </message>
    <message>
        <source>Possible targets of {vms}: ✓ {able} · ⚠ {cautioned} · ✕ {unable}. Esc ends this.</source>
        <translation>Mögliche Ziele von {vms}: ✓ {able} · ⚠ {cautioned} · ✕ {unable}. Esc beendet die Anzeige.</translation>
    </message>
</context>
<context>
    <name>MigrationPanel</name>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Before / after</source>
        <translation>Vorher / nachher</translation>
    </message>
    <message>
        <source>Migration shown</source>
        <translation>Gezeigte Migration</translation>
    </message>
    <message>
        <source>What the charts show</source>
        <translation>Was die Diagramme zeigen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Chart as PNG…</source>
        <translation>Diagramm als PNG…</translation>
    </message>
    <message>
        <source>Series as CSV…</source>
        <translation>Reihen als CSV…</translation>
    </message>
    <message>
        <source>Migration</source>
        <translation>Migration</translation>
    </message>
    <message>
        <source>vMotion NICs of {host}</source>
        <translation>vMotion-Adapter von {host}</translation>
    </message>
    <message>
        <source>Drag a powered-on VM to another host: its migration is shown here.</source>
        <translation>Ziehen Sie eine eingeschaltete VM auf einen anderen Host: Ihre Migration wird hier gezeigt.</translation>
    </message>
    <message>
        <source>{total} in all</source>
        <translation>{total} insgesamt</translation>
    </message>
    <message>
        <source>{downtime} downtime</source>
        <translation>{downtime} Ausfallzeit</translation>
    </message>
    <message>
        <source>converging: dirties {share} % of what is copied</source>
        <translation>konvergiert: beschreibt {share} % des Kopierten neu</translation>
    </message>
    <message>
        <source>not converging: dirties {share} % of what is copied</source>
        <translation>konvergiert nicht: beschreibt {share} % des Kopierten neu</translation>
    </message>
    <message>
        <source>Dirty-page rate ÷ copy bandwidth = {dirty} ÷ {copy} = {share} %</source>
        <translation>Dirty-Page-Rate ÷ Kopierbandbreite = {dirty} ÷ {copy} = {share} %</translation>
    </message>
    <message>
        <source>Remaining ÷ (copy − dirty) = {remaining} ÷ ({copy} − {dirty}) ≈ {time}, were both rates to last</source>
        <translation>Rest ÷ (kopiert − beschrieben) = {remaining} ÷ ({copy} − {dirty}) ≈ {time}, blieben beide Raten so</translation>
    </message>
    <message>
        <source>Below 100 % each pass has less to send than the one before.</source>
        <translation>Unter 100 % hat jeder Durchgang weniger zu senden als der vorige.</translation>
    </message>
    <message>
        <source>From 100 % on no pass gets shorter: the guest has to be slowed, or it never ends.</source>
        <translation>Ab 100 % wird kein Durchgang kürzer: Der Gast muss gebremst werden, oder es endet nie.</translation>
    </message>
    <message>
        <source>Chart as PNG</source>
        <translation>Diagramm als PNG</translation>
    </message>
    <message>
        <source>Series as CSV</source>
        <translation>Reihen als CSV</translation>
    </message>
    <message>
        <source>The file could not be written: {error}</source>
        <translation>Die Datei konnte nicht geschrieben werden: {error}</translation>
    </message>
</context>
<context>
    <name>Minimap</name>
    <message>
        <source>Overview map</source>
        <translation>Übersichtskarte</translation>
    </message>
    <message>
        <source>Click to go there</source>
        <translation>Klicken führt dorthin</translation>
    </message>
</context>
<context>
    <name>MonitorPane</name>
    <message>
        <source>No issues.</source>
        <translation>Keine Probleme.</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>vMotion network</source>
        <translation>vMotion-Netzwerk</translation>
    </message>
</context>
<context>
    <name>MountDialog</name>
    <message>
        <source>Hosts that mount {name}</source>
        <translation>Hosts, die {name} mounten</translation>
    </message>
    <message>
        <source>VMs on this datastore move without their disks between these hosts.</source>
        <translation>Zwischen diesen Hosts werden VMs auf diesem Datenspeicher ohne ihre Festplatten verschoben.</translation>
    </message>
</context>
<context>
    <name>MoveTable</name>
    <message>
        <source>Migrations of the plan</source>
        <translation>Migrationen des Plans</translation>
    </message>
    <message>
        <source>Virtual machine</source>
        <translation>Virtuelle Maschine</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Downtime</source>
        <translation>Ausfallzeit</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>{host}
F2 or a double click: another destination</source>
        <translation>{host}
F2 oder Doppelklick: ein anderes Ziel</translation>
    </message>
</context>
<context>
    <name>NetworkUse</name>
    <message>
        <source>Nothing has migrated here yet.</source>
        <translation>Hier wurde noch nichts migriert.</translation>
    </message>
    <message>
        <source>All others · {rate}</source>
        <translation>Alle übrigen · {rate}</translation>
    </message>
    <message>
        <source>{vm} → {host} · ended</source>
        <translation>{vm} → {host} · beendet</translation>
    </message>
    <message>
        <source>{vm} → {host} · {rate}</source>
        <translation>{vm} → {host} · {rate}</translation>
    </message>
    <message>
        <source>Who uses the vMotion network (simulated bytes per second, stacked)</source>
        <translation>Wer das vMotion-Netzwerk nutzt (simulierte Byte pro Sekunde, gestapelt)</translation>
    </message>
    <message>
        <source>Migrations in the chart</source>
        <translation>Migrationen im Diagramm</translation>
    </message>
    <message>
        <source>Simulated copy rates of memory and disks, one upon the other.</source>
        <translation>Simulierte Kopierraten von Arbeitsspeicher und Festplatten, übereinander.</translation>
    </message>
</context>
<context>
    <name>NetworksPage</name>
    <message>
        <source>Networks</source>
        <translation>Netzwerke</translation>
    </message>
    <message>
        <source>Assign each network adapter by itself</source>
        <translation>Jeden Netzwerkadapter einzeln zuweisen</translation>
    </message>
    <message>
        <source>There are too many network adapters.</source>
        <translation>Es sind zu viele Netzwerkadapter.</translation>
    </message>
    <message>
        <source>Source network</source>
        <translation>Quellnetzwerk</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Verwendet von</translation>
    </message>
    <message>
        <source>Destination network</source>
        <translation>Zielnetzwerk</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} und {count} weitere</translation>
    </message>
    <message>
        <source>Destination network for {network}, {users}</source>
        <translation>Zielnetzwerk für {network}, {users}</translation>
    </message>
    <message>
        <source>{network} (same name)</source>
        <translation>{network} (gleicher Name)</translation>
    </message>
    <message>
        <source>Select a network…</source>
        <translation>Netzwerk auswählen …</translation>
    </message>
    <message>
        <source>{network} on {switch}</source>
        <translation>{network} an {switch}</translation>
    </message>
</context>
<context>
    <name>NicCharts</name>
    <message>
        <source>{nic} sent</source>
        <translation>{nic} gesendet</translation>
    </message>
    <message>
        <source>{nic} received</source>
        <translation>{nic} empfangen</translation>
    </message>
</context>
<context>
    <name>NotesWindow</name>
    <message>
        <source>No lesson is open.</source>
        <translation>Keine Lektion ist geöffnet.</translation>
    </message>
    <message>
        <source>Step {n} of {all}</source>
        <translation>Schritt {n} von {all}</translation>
    </message>
    <message>
        <source>No notes for this step. The class reads:</source>
        <translation>Keine Notizen zu diesem Schritt. Die Klasse liest:</translation>
    </message>
    <message>
        <source>the end of the lesson</source>
        <translation>das Ende der Lektion</translation>
    </message>
    <message>
        <source>Next: {title}</source>
        <translation>Als Nächstes: {title}</translation>
    </message>
    <message>
        <source>Speaker notes</source>
        <translation>Notizen für den Vortrag</translation>
    </message>
    <message>
        <source>Time since the beginning</source>
        <translation>Zeit seit dem Beginn</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Restart the clock</source>
        <translation>Uhr neu starten</translation>
    </message>
    <message>
        <source>Page Down, Page Up: next and back, as with a clicker. 1 to 9: choose an answer. Space: play, pause.</source>
        <translation>Bild ab, Bild auf: weiter und zurück, wie mit einem Presenter. 1 bis 9: eine Antwort wählen. Leertaste: abspielen, anhalten.</translation>
    </message>
    <message>
        <source>B: blank the screen. L: pointer. M: magnifier. F11 or Esc: end the presentation.</source>
        <translation>B: leerer Bildschirm. L: Zeiger. M: Lupe. F11 oder Esc: Präsentation beenden.</translation>
    </message>
</context>
<context>
    <name>ObjectHeader</name>
    <message>
        <source>Nothing selected</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
</context>
<context>
    <name>Objects</name>
    <message>
        <source>Virtual machine</source>
        <translation>Virtuelle Maschine</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
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
        <translation>Datenspeicher</translation>
    </message>
    <message>
        <source>Datastore cluster</source>
        <translation>Datenspeicher-Cluster</translation>
    </message>
    <message>
        <source>Port group</source>
        <translation>Portgruppe</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>Switch</translation>
    </message>
    <message>
        <source>Subnet</source>
        <translation>Subnetz</translation>
    </message>
    <message>
        <source>Network link</source>
        <translation>Netzwerkverbindung</translation>
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
        <translation>Standort</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Resource pool</source>
        <translation>Ressourcenpool</translation>
    </message>
    <message>
        <source>vApp</source>
        <translation>vApp</translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation>getrennt</translation>
    </message>
    <message>
        <source>not responding</source>
        <translation>antwortet nicht</translation>
    </message>
    <message>
        <source>standby</source>
        <translation>Standby</translation>
    </message>
    <message>
        <source>powered off</source>
        <translation>ausgeschaltet</translation>
    </message>
    <message>
        <source>maintenance mode</source>
        <translation>Wartungsmodus</translation>
    </message>
    <message>
        <source>entering maintenance mode</source>
        <translation>wechselt in den Wartungsmodus</translation>
    </message>
    <message>
        <source>quarantine mode</source>
        <translation>Quarantänemodus</translation>
    </message>
    <message>
        <source>inaccessible</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>down</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>orphaned</source>
        <translation>verwaist</translation>
    </message>
    <message>
        <source>invalid</source>
        <translation>ungültig</translation>
    </message>
    <message>
        <source>Powered on</source>
        <translation>Eingeschaltet</translation>
    </message>
    <message>
        <source>Powered off</source>
        <translation>Ausgeschaltet</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Standby</source>
        <translation>Standby</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Not responding</source>
        <translation>Antwortet nicht</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Getrennt</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Entering maintenance mode</source>
        <translation>Wechsel in den Wartungsmodus</translation>
    </message>
    <message>
        <source>Maintenance mode</source>
        <translation>Wartungsmodus</translation>
    </message>
</context>
<context>
    <name>ObjectsPalette</name>
    <message>
        <source>Drag it onto the topology, or press Enter to add it to what is selected.</source>
        <translation>Ziehen Sie es auf die Topologie, oder drücken Sie die Eingabetaste, um es dem Ausgewählten hinzuzufügen.</translation>
    </message>
    <message>
        <source>Objects that can be added</source>
        <translation>Objekte, die hinzugefügt werden können</translation>
    </message>
</context>
<context>
    <name>OutcomesTable</name>
    <message>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>At this moment</source>
        <translation>In diesem Moment</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Total time</source>
        <translation>Gesamtzeit</translation>
    </message>
    <message>
        <source>Downtime</source>
        <translation>Ausfallzeit</translation>
    </message>
    <message>
        <source>Data sent</source>
        <translation>Gesendete Daten</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>Durchgänge</translation>
    </message>
    <message>
        <source>Slowed by up to</source>
        <translation>Gebremst um bis zu</translation>
    </message>
    <message>
        <source>What becomes of each variant</source>
        <translation>Was aus jeder Variante wird</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>no end in sight</source>
        <translation>kein Ende absehbar</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Type some letters of an action or an object</source>
        <translation>Einige Buchstaben einer Aktion oder eines Objekts eingeben</translation>
    </message>
    <message>
        <source>Search actions and objects</source>
        <translation>Aktionen und Objekte suchen</translation>
    </message>
    <message>
        <source>Actions and objects</source>
        <translation>Aktionen und Objekte</translation>
    </message>
    <message>
        <source>{actions} actions, {objects} objects</source>
        <translation>{actions} Aktionen, {objects} Objekte</translation>
    </message>
    <message>
        <source>{kind} on {host}</source>
        <translation>{kind} auf {host}</translation>
    </message>
</context>
<context>
    <name>PartsEditor</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
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
        <translation>{names} kopiert: Wählen Sie das Ziel aus, hier oder in einem anderen Lab, und drücken Sie Strg+V.</translation>
    </message>
    <message>
        <source>paste of {names}</source>
        <translation>Einfügen von {names}</translation>
    </message>
</context>
<context>
    <name>PlaceActions</name>
    <message>
        <source>Put down here (Ctrl+V)</source>
        <translation>Hier ablegen (Strg+V)</translation>
    </message>
    <message>
        <source>Nothing is picked up.</source>
        <translation>Nichts ist aufgenommen.</translation>
    </message>
    <message>
        <source>Plan rolling maintenance…</source>
        <translation>Rollierende Wartung planen …</translation>
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
        <translation>Wartungsmodus</translation>
    </message>
    <message>
        <source>Inject fault</source>
        <translation>Störung auslösen</translation>
    </message>
    <message>
        <source>The datastore is in maintenance mode.</source>
        <translation>Der Datenspeicher ist im Wartungsmodus.</translation>
    </message>
    <message>
        <source>The datastore is entering maintenance mode already.</source>
        <translation>Der Datenspeicher wechselt bereits in den Wartungsmodus.</translation>
    </message>
    <message>
        <source>The datastore is not in maintenance mode.</source>
        <translation>Der Datenspeicher ist nicht im Wartungsmodus.</translation>
    </message>
    <message>
        <source>Enter Maintenance Mode…</source>
        <translation>In den Wartungsmodus wechseln …</translation>
    </message>
    <message>
        <source>Where all files would go, how long it takes, what stands against it; then run or export it.</source>
        <translation>Wohin alle Dateien kämen, wie lange es dauert, was dagegen spricht; dann ausführen oder exportieren.</translation>
    </message>
    <message>
        <source>Enter now, with Storage DRS</source>
        <translation>Jetzt wechseln, mit Storage DRS</translation>
    </message>
    <message>
        <source>Storage DRS of its datastore cluster moves the files, or recommends it. Without it you do.</source>
        <translation>Storage DRS seines Datenspeicher-Clusters verschiebt die Dateien oder empfiehlt es. Ohne Storage DRS tun Sie es selbst.</translation>
    </message>
    <message>
        <source>Exit Maintenance Mode</source>
        <translation>Wartungsmodus beenden</translation>
    </message>
    <message>
        <source>The datastore is still entering: cancel that instead.</source>
        <translation>Der Datenspeicher wechselt noch: Brechen Sie stattdessen das ab.</translation>
    </message>
    <message>
        <source>Cancel entering maintenance mode</source>
        <translation>Wechsel in den Wartungsmodus abbrechen</translation>
    </message>
    <message>
        <source>The datastore is not entering maintenance mode.</source>
        <translation>Der Datenspeicher wechselt nicht in den Wartungsmodus.</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Manuell</translation>
    </message>
    <message>
        <source>Partially Automated</source>
        <translation>Teilautomatisch</translation>
    </message>
    <message>
        <source>Fully Automated</source>
        <translation>Vollautomatisch</translation>
    </message>
    <message>
        <source>This is the present level.</source>
        <translation>Das ist die jetzige Stufe.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
</context>
<context>
    <name>PlacesTable</name>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Now / after</source>
        <translation>Jetzt / nachher</translation>
    </message>
    <message>
        <source>= same</source>
        <translation>= gleich</translation>
    </message>
    <message>
        <source>→ moved</source>
        <translation>→ verschoben</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Reserved on {name}</source>
        <translation>Reserviert auf {name}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>{mhz} MHz</source>
        <translation>{mhz} MHz</translation>
    </message>
    <message>
        <source>{amount} memory</source>
        <translation>{amount} Speicher</translation>
    </message>
    <message>
        <source>{amount} space</source>
        <translation>{amount} Platz</translation>
    </message>
</context>
<context>
    <name>PlanBars</name>
    <message>
        <source>Start {start}, duration {duration}, downtime {downtime}</source>
        <translation>Beginn {start}, Dauer {duration}, Stillstand {downtime}</translation>
    </message>
    <message>
        <source>Waits {time} for its turn: vCenter&apos;s limits for simultaneous moves</source>
        <translation>Wartet {time}, bis sie an der Reihe ist: vCenter begrenzt gleichzeitige Migrationen</translation>
    </message>
    <message>
        <source>It makes room: the virtual machine itself need not leave.</source>
        <translation>Sie schafft Platz: Die virtuelle Maschine selbst müsste nicht weichen.</translation>
    </message>
    <message>
        <source>memory {before} %</source>
        <translation>Arbeitsspeicher {before} %</translation>
    </message>
    <message>
        <source>memory {before} % → {after} %</source>
        <translation>Arbeitsspeicher {before} % → {after} %</translation>
    </message>
    <message>
        <source>memory {before} % → {after} %, at worst {worst} %</source>
        <translation>Arbeitsspeicher {before} % → {after} %, höchstens {worst} %</translation>
    </message>
    <message>
        <source>{before} % full</source>
        <translation>zu {before} % voll</translation>
    </message>
    <message>
        <source>{before} % → {after} % full</source>
        <translation>zu {before} % → {after} % voll</translation>
    </message>
    <message>
        <source>{before} % → {after} % full, at worst {worst} %</source>
        <translation>zu {before} % → {after} % voll, höchstens zu {worst} %</translation>
    </message>
    <message>
        <source>Tick: before. Filled: afterwards. Outlined: at the worst moment.</source>
        <translation>Strich: vorher. Gefüllt: nachher. Umrandet: im ungünstigsten Augenblick.</translation>
    </message>
</context>
<context>
    <name>PlanCards</name>
    <message>
        <source>Empty after</source>
        <translation>Leer nach</translation>
    </message>
    <message>
        <source>Downtime of all</source>
        <translation>Stillstand aller zusammen</translation>
    </message>
    <message>
        <source>Migrations</source>
        <translation>Migrationen</translation>
    </message>
    <message>
        <source>Difference in space afterwards</source>
        <translation>Unterschied im Speicherplatz danach</translation>
    </message>
    <message>
        <source>Difference in memory afterwards</source>
        <translation>Unterschied im Arbeitsspeicher danach</translation>
    </message>
    <message>
        <source>Data sent</source>
        <translation>Gesendete Daten</translation>
    </message>
    <message>
        <source>{figure} – best</source>
        <translation>{figure} – am besten</translation>
    </message>
    <message>
        <source>Use this plan</source>
        <translation>Diesen Plan verwenden</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Wird verwendet</translation>
    </message>
</context>
<context>
    <name>PlanInTime</name>
    <message>
        <source>By destination</source>
        <translation>Nach Ziel</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>Nach Quelle</translation>
    </message>
    <message>
        <source>How the migrations are grouped</source>
        <translation>Wie die Migrationen geordnet sind</translation>
    </message>
    <message>
        <source>Below where they go to, or below where they come from and queue.</source>
        <translation>Unter dem, wohin sie gehen, oder unter dem, woher sie kommen und wo sie warten.</translation>
    </message>
    <message>
        <source>Back to the proposed plan</source>
        <translation>Zurück zum vorgeschlagenen Plan</translation>
    </message>
    <message>
        <source>Drag a bar to another datastore for another destination, or along the time for another turn; Enter asks. Hatched: waits for its turn.</source>
        <translation>Ziehen Sie einen Balken zu einem anderen Datenspeicher für ein anderes Ziel, oder entlang der Zeit für eine andere Reihenfolge; Enter fragt. Schraffiert: wartet, bis sie an der Reihe ist.</translation>
    </message>
    <message>
        <source>Drag a bar to another host for another destination, or along the time for another turn; Enter asks. Hatched: waits for its turn.</source>
        <translation>Ziehen Sie einen Balken zu einem anderen Host für ein anderes Ziel oder entlang der Zeit, damit er früher oder später an der Reihe ist; die Eingabetaste fragt. Schraffiert: wartet.</translation>
    </message>
    <message>
        <source>Sources are shown. Group by destination to drag a bar to another one, or press Enter.</source>
        <translation>Gezeigt werden die Quellen. Ordnen Sie nach Ziel, um einen Balken zu einem anderen zu ziehen, oder drücken Sie die Eingabetaste.</translation>
    </message>
    <message>
        <source>One turn earlier</source>
        <translation>Früher an der Reihe</translation>
    </message>
    <message>
        <source>One turn later</source>
        <translation>Später an der Reihe</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>What stands against the plan</source>
        <translation>Was gegen den Plan spricht</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>Im Zeitverlauf</translation>
    </message>
    <message>
        <source>Migrations</source>
        <translation>Migrationen</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>Datastores</source>
        <translation>Datenspeicher</translation>
    </message>
    <message>
        <source>Other plans</source>
        <translation>Andere Pläne</translation>
    </message>
    <message>
        <source>Planning…</source>
        <translation>Wird geplant…</translation>
    </message>
    <message>
        <source>Stopped. Go back, and come again for a plan.</source>
        <translation>Angehalten. Gehen Sie zurück und wieder hierher, um neu zu planen.</translation>
    </message>
    <message>
        <source>There is no plan: {reason}</source>
        <translation>Es gibt keinen Plan: {reason}</translation>
    </message>
    <message>
        <source>Checking, and estimating anew…</source>
        <translation>Wird geprüft und neu geschätzt …</translation>
    </message>
    <message>
        <source>Changed: empty after {now} instead of {before}.</source>
        <translation>Geändert: leer nach {now} statt {before}.</translation>
    </message>
    <message>
        <source>Not possible: {reasons}</source>
        <translation>Nicht möglich: {reasons}</translation>
    </message>
    <message>
        <source>Stands against it ({count})</source>
        <translation>Spricht dagegen ({count})</translation>
    </message>
    <message numerus="yes">
        <source>%n migration(s)</source>
        <translation>
            <numerusform>%n Migration</numerusform>
            <numerusform>%n Migrationen</numerusform>
        </translation>
    </message>
    <message>
        <source>empty after {time}</source>
        <translation>leer nach {time}</translation>
    </message>
    <message>
        <source>downtime of all together {time}</source>
        <translation>Ausfallzeit aller zusammen {time}</translation>
    </message>
    <message>
        <source>{data} sent</source>
        <translation>{data} übertragen</translation>
    </message>
    <message>
        <source>Before: {decisions}.</source>
        <translation>Vorher: {decisions}.</translation>
    </message>
    <message>
        <source>No plan is faster than {time}; this one takes {percent} % longer. All figures are simulated.</source>
        <translation>Kein Plan ist schneller als {time}; dieser dauert {percent} % länger. Alle Zahlen sind simuliert.</translation>
    </message>
    <message>
        <source>It fits into the window {window}.</source>
        <translation>Er passt in das Fenster {window}.</translation>
    </message>
    <message>
        <source>It does not fit into {window}.</source>
        <translation>Er passt nicht in das Fenster {window}.</translation>
    </message>
    <message>
        <source>Not all that has to leave can leave: see what stands against it.</source>
        <translation>Nicht alles, was weichen muss, kann weichen: siehe, was dagegen spricht.</translation>
    </message>
    <message>
        <source>Changed by hand</source>
        <translation>Von Hand geändert</translation>
    </message>
</context>
<context>
    <name>PlanRun</name>
    <message>
        <source>decisions before maintenance</source>
        <translation>Entscheidungen vor der Wartung</translation>
    </message>
</context>
<context>
    <name>PlanRunLog</name>
    <message>
        <source>The plan begins: {count} migrations.</source>
        <translation>Der Plan beginnt: {count} Migrationen.</translation>
    </message>
    <message>
        <source>No new plan could be made: {reason}</source>
        <translation>Es ließ sich kein neuer Plan machen: {reason}</translation>
    </message>
    <message>
        <source>{vm} to {host}: a person has cancelled this migration.</source>
        <translation>{vm} nach {host}: Jemand hat diese Migration abgebrochen.</translation>
    </message>
    <message>
        <source>{vm} to {host} failed: {reason}</source>
        <translation>{vm} nach {host} ist gescheitert: {reason}</translation>
    </message>
    <message>
        <source>Proposed for the rest: {count} migrations to begin; it waits for an answer.</source>
        <translation>Vorschlag für den Rest: {count} Migrationen; er wartet auf Ihre Antwort.</translation>
    </message>
    <message>
        <source>{vm} now to {host}</source>
        <translation>{vm} jetzt nach {host}</translation>
    </message>
    <message>
        <source>New plan of the rest: {count} migrations to begin.</source>
        <translation>Neuer Plan für den Rest: {count} Migrationen.</translation>
    </message>
    <message>
        <source>The rest is planned anew; what runs goes on, and the clock stands meanwhile.</source>
        <translation>Der Rest wird neu geplant; was läuft, läuft weiter, und die Uhr steht so lange.</translation>
    </message>
    <message>
        <source>Paused: no migration begins; what runs goes on.</source>
        <translation>Angehalten: Keine Migration beginnt; was läuft, läuft weiter.</translation>
    </message>
    <message>
        <source>Aborted: nothing more begins.</source>
        <translation>Abgebrochen: Es beginnt nichts mehr.</translation>
    </message>
    <message>
        <source>Ended before all was done.</source>
        <translation>Beendet, bevor alles getan war.</translation>
    </message>
    <message>
        <source>All migrations have ended.</source>
        <translation>Alle Migrationen sind beendet.</translation>
    </message>
    <message>
        <source>no longer in the inventory</source>
        <translation>nicht mehr in der Bestandsliste</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>bleibt</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>läuft nicht</translation>
    </message>
    <message>
        <source>has moved</source>
        <translation>ist umgezogen</translation>
    </message>
    <message>
        <source>stays: its migration did not complete</source>
        <translation>bleibt: Ihre Migration kam nicht zum Ende</translation>
    </message>
    <message>
        <source>going back: its migration did not complete</source>
        <translation>geht zurück: Ihre Migration kam nicht zum Ende</translation>
    </message>
    <message>
        <source>waits, for {host}</source>
        <translation>wartet auf {host}</translation>
    </message>
    <message>
        <source>on its way to {host}</source>
        <translation>unterwegs nach {host}</translation>
    </message>
</context>
<context>
    <name>PlanStage</name>
    <message>
        <source>The hosts of the plan</source>
        <translation>Die Hosts des Plans</translation>
    </message>
</context>
<context>
    <name>PlaySlider</name>
    <message>
        <source>Play the plan ahead</source>
        <translation>Den Plan im Voraus abspielen</translation>
    </message>
    <message>
        <source>Moment of the plan</source>
        <translation>Zeitpunkt des Plans</translation>
    </message>
    <message>
        <source>{time} · {done} of {count} moved</source>
        <translation>{time} · {done} von {count} umgezogen</translation>
    </message>
</context>
<context>
    <name>PossibilitiesController</name>
    <message>
        <source>&amp;Who can go where…</source>
        <translation>&amp;Wer wohin kann …</translation>
    </message>
</context>
<context>
    <name>PossibilitiesModel</name>
    <message>
        <source>Stand-alone hosts</source>
        <translation>Eigenständige Hosts</translation>
    </message>
    <message>
        <source>{vm} to {place}: {able} hosts able, {cautioned} with warnings, {unable} unable</source>
        <translation>{vm} nach {place}: {able} Hosts geeignet, {cautioned} mit Warnungen, {unable} ungeeignet</translation>
    </message>
    <message>
        <source>able</source>
        <translation>geeignet</translation>
    </message>
    <message>
        <source>able with warnings</source>
        <translation>geeignet mit Warnungen</translation>
    </message>
    <message>
        <source>unable</source>
        <translation>ungeeignet</translation>
    </message>
    <message>
        <source>runs here</source>
        <translation>läuft hier</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>noch nicht geprüft</translation>
    </message>
</context>
<context>
    <name>PossibilitiesTable</name>
    <message>
        <source>Who can go where</source>
        <translation>Wer wohin kann</translation>
    </message>
</context>
<context>
    <name>PossibilitiesWindow</name>
    <message>
        <source>Who can go where</source>
        <translation>Wer wohin kann</translation>
    </message>
    <message>
        <source>Filter virtual machines</source>
        <translation>Virtuelle Maschinen filtern</translation>
    </message>
    <message>
        <source>Filter hosts and clusters</source>
        <translation>Hosts und Cluster filtern</translation>
    </message>
    <message>
        <source>Show all virtual machines</source>
        <translation>Alle virtuellen Maschinen anzeigen</translation>
    </message>
    <message>
        <source>Virtual machines checked</source>
        <translation>Geprüfte virtuelle Maschinen</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Gründe</translation>
    </message>
    <message>
        <source>Relocate virtual machine</source>
        <translation>Virtuelle Maschine verlagern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>{vms} VMs × {hosts} hosts: ✓ {able} · ⚠ {cautioned} · ✕ {unable}</source>
        <translation>{vms} VMs × {hosts} Hosts: ✓ {able} · ⚠ {cautioned} · ✕ {unable}</translation>
    </message>
</context>
<context>
    <name>Prediction</name>
    <message>
        <source>Simulated ranges: least and most of {runs} runs by chance. Random are the pages that are written, and where phases and sweeps of the workloads stand; faults are not foreseen.</source>
        <translation>Simulierte Spannen: kleinster und größter Wert aus {runs} Läufen mit Zufall. Zufällig sind die beschriebenen Seiten und der Stand der Phasen und Durchläufe der Arbeitslasten; Fehler werden nicht vorhergesehen.</translation>
    </message>
    <message>
        <source>Will converge: the guest dirties {share} of what is copied in the same time.</source>
        <translation>Wird konvergieren: Der Gast ändert {share} dessen, was in derselben Zeit kopiert wird.</translation>
    </message>
    <message>
        <source>Converges by slowing the guest, by up to {slow}: at first it dirties {share} of what is copied in the same time.</source>
        <translation>Konvergiert, indem der Gast gebremst wird, um bis zu {slow}: Anfangs ändert er {share} dessen, was in derselben Zeit kopiert wird.</translation>
    </message>
    <message>
        <source>Does not converge by itself: the guest dirties {share} of what is copied in the same time.</source>
        <translation>Konvergiert nicht von selbst: Der Gast ändert {share} dessen, was in derselben Zeit kopiert wird.</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>schlägt fehl</translation>
    </message>
    <message>
        <source>Simulated, as if this migration ran alone from now on.</source>
        <translation>Simuliert, als liefe ab jetzt nur diese Migration.</translation>
    </message>
    <message>
        <source>{range} (fails in {failed} of {runs} runs)</source>
        <translation>{range} (in {failed} von {runs} Läufen fehlgeschlagen)</translation>
    </message>
    <message>
        <source>{range} left</source>
        <translation>noch {range}</translation>
    </message>
    <message>
        <source>dirty rate rose to {rate}</source>
        <translation>Schreibrate auf {rate} gestiegen</translation>
    </message>
    <message>
        <source>dirty rate fell to {rate}</source>
        <translation>Schreibrate auf {rate} gefallen</translation>
    </message>
    <message>
        <source>copy rate rose to {rate}</source>
        <translation>Kopierrate auf {rate} gestiegen</translation>
    </message>
    <message>
        <source>copy rate fell to {rate}</source>
        <translation>Kopierrate auf {rate} gefallen</translation>
    </message>
</context>
<context>
    <name>PresenterController</name>
    <message>
        <source>&amp;Presenter mode</source>
        <translation>&amp;Präsentationsmodus</translation>
    </message>
    <message>
        <source>Speaker &amp;notes</source>
        <translation>&amp;Notizen für den Vortrag</translation>
    </message>
</context>
<context>
    <name>PriorityPage</name>
    <message>
        <source>Schedule vMotion with high priority</source>
        <translation>vMotion mit hoher Priorität planen</translation>
    </message>
    <message>
        <source>Starts before regular migrations that wait in the queue.</source>
        <translation>Beginnt vor normalen Migrationen, die in der Warteschlange stehen.</translation>
    </message>
    <message>
        <source>Schedule regular vMotion</source>
        <translation>Normale vMotion planen</translation>
    </message>
    <message>
        <source>Starts in the order in which migrations were asked for.</source>
        <translation>Beginnt in der Reihenfolge, in der Migrationen angefordert wurden.</translation>
    </message>
</context>
<context>
    <name>QuestionField</name>
    <message>
        <source>Nothing is asked</source>
        <translation>Es wird nichts gefragt</translation>
    </message>
    <message>
        <source>A number</source>
        <translation>Eine Zahl</translation>
    </message>
    <message>
        <source>One of several answers</source>
        <translation>Eine von mehreren Antworten</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Right if this is true</source>
        <translation>Richtig, wenn dies wahr ist</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Add an answer</source>
        <translation>Eine Antwort hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>The step asks for</source>
        <translation>Der Schritt fragt nach</translation>
    </message>
    <message>
        <source>The number of the run</source>
        <translation>Die Zahl des Laufs</translation>
    </message>
    <message>
        <source>Its unit</source>
        <translation>Ihre Einheit</translation>
    </message>
    <message>
        <source>Right within</source>
        <translation>Richtig innerhalb von</translation>
    </message>
    <message>
        <source>The answer is told in</source>
        <translation>Die Antwort gibt</translation>
    </message>
</context>
<context>
    <name>QuestionForm</name>
    <message>
        <source>Answer</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>I would rather see</source>
        <translation>Lieber zusehen</translation>
    </message>
</context>
<context>
    <name>ReadyPage</name>
    <message>
        <source>Virtual machine</source>
        <translation>Virtuelle Maschine</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Downtime</source>
        <translation>Ausfallzeit</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Virtual machines to migrate</source>
        <translation>Zu migrierende virtuelle Maschinen</translation>
    </message>
    <message>
        <source>Migration type:</source>
        <translation>Migrationstyp:</translation>
    </message>
    <message>
        <source>Compute resource:</source>
        <translation>Computing-Ressource:</translation>
    </message>
    <message>
        <source>Storage:</source>
        <translation>Speicher:</translation>
    </message>
    <message>
        <source>Virtual disk format:</source>
        <translation>Format der virtuellen Festplatte:</translation>
    </message>
    <message>
        <source>Networks:</source>
        <translation>Netzwerke:</translation>
    </message>
    <message>
        <source>vMotion priority:</source>
        <translation>vMotion-Priorität:</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Regular</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>assigned adapter by adapter</source>
        <translation>je Adapter zugewiesen</translation>
    </message>
    <message>
        <source>Simulated by the rules of {profile}.</source>
        <translation>Simuliert nach den Regeln von {profile}.</translation>
    </message>
</context>
<context>
    <name>ReasonList</name>
    <message>
        <source>Reasons</source>
        <translation>Gründe</translation>
    </message>
    <message>
        <source>Fault: {name}</source>
        <translation>Fehler: {name}</translation>
    </message>
    <message>
        <source>Cause: {names}</source>
        <translation>Ursache: {names}</translation>
    </message>
    <message>
        <source>Fix it…</source>
        <translation>Beheben …</translation>
    </message>
    <message>
        <source>Shows what would be changed and what else that brings, before it is done.</source>
        <translation>Zeigt vorab, was geändert würde und was das sonst mit sich bringt.</translation>
    </message>
    <message>
        <source>Fix it: {reason}</source>
        <translation>Beheben: {reason}</translation>
    </message>
</context>
<context>
    <name>RecordingPane</name>
    <message>
        <source>Recording</source>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <source>Do what the lesson is to show. Each action becomes a step that asks for it. Pause where a step is to end: it will wait for the event that happened last. Click an object, and the spotlight falls on it.</source>
        <translation>Tun Sie, was die Lektion zeigen soll. Jede Aktion wird zu einem Schritt, der darum bittet. Halten Sie an, wo ein Schritt enden soll: Er wartet auf das Ereignis, das zuletzt eintrat. Klicken Sie ein Objekt an, und das Licht fällt darauf.</translation>
    </message>
    <message>
        <source>Steps so far</source>
        <translation>Bisherige Schritte</translation>
    </message>
    <message>
        <source>The step ends here</source>
        <translation>Der Schritt endet hier</translation>
    </message>
    <message>
        <source>Stop and edit…</source>
        <translation>Beenden und bearbeiten …</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>Recordings</name>
    <message>
        <source>Recorded migrations (*.json)</source>
        <translation>Aufgezeichnete Migrationen (*.json)</translation>
    </message>
    <message>
        <source>Simulating {count} recorded migrations…</source>
        <translation>Simuliere {count} aufgezeichnete Migrationen…</translation>
    </message>
    <message>
        <source>Measured and simulated</source>
        <translation>Gemessen und simuliert</translation>
    </message>
</context>
<context>
    <name>ReferencePicker</name>
    <message>
        <source>(none)</source>
        <translation>(keine Angabe)</translation>
    </message>
    <message>
        <source>(choose)</source>
        <translation>(auswählen)</translation>
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
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>Play the lesson about it</source>
        <translation>Die Lektion dazu abspielen</translation>
    </message>
    <message>
        <source>Opens a lesson in which this can be watched; what is open stays open behind it.</source>
        <translation>Öffnet eine Lektion, in der man das beobachten kann; was offen ist, bleibt dahinter offen.</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>{count} gefunden</translation>
    </message>
</context>
<context>
    <name>References</name>
    <message>
        <source>&amp;Glossary…</source>
        <translation>&amp;Glossar …</translation>
    </message>
    <message>
        <source>&amp;Checks before a migration…</source>
        <translation>&amp;Prüfungen vor einer Migration …</translation>
    </message>
</context>
<context>
    <name>ReferencesEditor</name>
    <message>
        <source>Filter by name</source>
        <translation>Nach Namen filtern</translation>
    </message>
    <message>
        <source>{count} of {total} chosen</source>
        <translation>{count} von {total} ausgewählt</translation>
    </message>
    <message>
        <source>There is nothing yet that could be chosen.</source>
        <translation>Es gibt noch nichts zum Auswählen.</translation>
    </message>
</context>
<context>
    <name>RefusalDialog</name>
    <message>
        <source>Migrate…</source>
        <translation>Migrieren …</translation>
    </message>
    <message>
        <source>Why not? | {target}</source>
        <translation>Warum nicht? | {target}</translation>
    </message>
    <message>
        <source>Relocate virtual machine</source>
        <translation>Virtuelle Maschine verlagern</translation>
    </message>
    <message>
        <source>{vms} and {count} more</source>
        <translation>{vms} und {count} weitere</translation>
    </message>
    <message>
        <source>{vms} cannot go to {target}. All reasons, each with its cure:</source>
        <translation>{vms}: keine Migration nach {target} möglich. Alle Gründe und was jeweils hilft:</translation>
    </message>
    <message>
        <source>Nothing stands against moving {vms} to {target} any more.</source>
        <translation>{vms}: Gegen eine Migration nach {target} spricht nichts mehr.</translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message>
        <source>Remove {names}</source>
        <translation>{names} entfernen</translation>
    </message>
    <message>
        <source>What this is about</source>
        <translation>Worum es geht</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>This cannot be removed yet:</source>
        <translation>Das kann noch nicht entfernt werden:</translation>
    </message>
    <message>
        <source>These go along: {kinds}.</source>
        <translation>Das wird mit entfernt: {kinds}.</translation>
    </message>
    <message>
        <source>{title}? It can be brought back with Ctrl+Z.</source>
        <translation>{title}? Mit Strg+Z kommt es zurück.</translation>
    </message>
</context>
<context>
    <name>Renaming</name>
    <message>
        <source>Rename {name}</source>
        <translation>{name} umbenennen</translation>
    </message>
    <message>
        <source>New name:</source>
        <translation>Neuer Name:</translation>
    </message>
    <message>
        <source>There is another object of this kind with the name “{name}”.</source>
        <translation>Es gibt ein anderes Objekt dieser Art mit dem Namen „{name}“.</translation>
    </message>
    <message>
        <source>renaming of {old} to {name}</source>
        <translation>Umbenennen von {old} in {name}</translation>
    </message>
</context>
<context>
    <name>ReportWindow</name>
    <message>
        <source>Report: {title}</source>
        <translation>Bericht: {title}</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Bring them home…</source>
        <translation>Heimholen …</translation>
    </message>
    <message>
        <source>Takes the hosts out of maintenance mode, starts what was shut down or suspended for it, plans an order in which all find room, and begins it.</source>
        <translation>Beendet den Wartungsmodus der Hosts, startet, was dafür heruntergefahren oder angehalten wurde, plant eine Reihenfolge, in der alle Platz finden, und beginnt sie.</translation>
    </message>
    <message>
        <source>Takes the datastores out of maintenance mode, plans an order in which all files find room, and begins it.</source>
        <translation>Beendet den Wartungsmodus der Datenspeicher, plant eine Reihenfolge, in der alle Dateien Platz finden, und beginnt sie.</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Bericht speichern …</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>All run again.</source>
        <translation>Alle laufen wieder.</translation>
    </message>
    <message>
        <source>Planning the way home…</source>
        <translation>Der Heimweg wird geplant …</translation>
    </message>
    <message>
        <source>start after maintenance</source>
        <translation>Start nach der Wartung</translation>
    </message>
    <message>
        <source>There is no order in which they find room, or all are home.</source>
        <translation>Es gibt keine Reihenfolge, in der sie Platz finden, oder alle sind zu Hause.</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>For a browser (*.html);;To print (*.pdf)</source>
        <translation>Für einen Browser (*.html);;Zum Drucken (*.pdf)</translation>
    </message>
    <message>
        <source>{path} was not written: {reason}. Choose another place.</source>
        <translation>{path} wurde nicht geschrieben: {reason}. Wählen Sie einen anderen Ort.</translation>
    </message>
</context>
<context>
    <name>RollingBars</name>
    <message>
        <source>VMs leave</source>
        <translation>VMs gehen</translation>
    </message>
    <message>
        <source>work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>VMs go home</source>
        <translation>VMs kehren zurück</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
</context>
<context>
    <name>RollingRun</name>
    <message>
        <source>start after maintenance</source>
        <translation>Start nach der Wartung</translation>
    </message>
</context>
<context>
    <name>RollingWindow</name>
    <message>
        <source>Rolling maintenance</source>
        <translation>Rollierende Wartung</translation>
    </message>
    <message>
        <source>as many as possible</source>
        <translation>so viele wie möglich</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>VMs go home before the next step</source>
        <translation>VMs kehren vor dem nächsten Schritt zurück</translation>
    </message>
    <message>
        <source>VMs on local storage may move with their disks</source>
        <translation>VMs auf lokalem Speicher dürfen mit ihren Festplatten umziehen</translation>
    </message>
    <message>
        <source>To be done by:</source>
        <translation>Fertig bis:</translation>
    </message>
    <message>
        <source>End of the maintenance window</source>
        <translation>Ende des Wartungsfensters</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Planen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Steps of the plan</source>
        <translation>Schritte des Plans</translation>
    </message>
    <message>
        <source>What stands against the plan</source>
        <translation>Was gegen den Plan spricht</translation>
    </message>
    <message>
        <source>Double-click, or Enter: plan this host by itself, with cures and decisions.</source>
        <translation>Doppelklick oder Eingabetaste: diesen Host allein planen, mit Abhilfen und Entscheidungen.</translation>
    </message>
    <message>
        <source>The plan in time</source>
        <translation>Der Plan im Zeitverlauf</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>What becomes of single machines when their host&apos;s turn comes.</source>
        <translation>Was aus einzelnen Maschinen wird, wenn ihr Host an der Reihe ist.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Carry the plan out in the simulated estate, host by host.</source>
        <translation>Den Plan in der simulierten Umgebung ausführen, Host für Host.</translation>
    </message>
    <message>
        <source>Stop after this step</source>
        <translation>Nach diesem Schritt anhalten</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>Cluster:</source>
        <translation>Cluster:</translation>
    </message>
    <message>
        <source>Hosts at once:</source>
        <translation>Hosts gleichzeitig:</translation>
    </message>
    <message>
        <source>Work on each:</source>
        <translation>Arbeit an jedem:</translation>
    </message>
    <message numerus="yes">
        <source>%n host(s) may be empty at once and leave HA its room.</source>
        <translation>
            <numerusform>%n Host darf gleichzeitig leer sein, ohne dass HA die Reserve fehlt.</numerusform>
            <numerusform>%n Hosts dürfen gleichzeitig leer sein, ohne dass HA die Reserve fehlt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose, then press Plan.</source>
        <translation>Treffen Sie Ihre Wahl und klicken Sie auf „Planen“.</translation>
    </message>
    <message>
        <source>Planning…</source>
        <translation>Plan wird erstellt …</translation>
    </message>
    <message>
        <source>There is no plan: {reason}</source>
        <translation>Es gibt keinen Plan: {reason}</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Migrations</source>
        <translation>Migrationen</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Rückwege</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Stands against it ({count})</source>
        <translation>Was dagegen spricht ({count})</translation>
    </message>
    <message>
        <source>{done} of {count} hosts, {at_once} at once · {moves} migrations · done at {end}, after {time}.</source>
        <translation>{done} von {count} Hosts, {at_once} gleichzeitig · {moves} Migrationen · fertig um {end}, nach {time}.</translation>
    </message>
    <message>
        <source>No host can be emptied as it is now: see what stands against it, and decide what to do.</source>
        <translation>So wie er ist, kann kein Host geleert werden: Sehen Sie nach, was dagegen spricht, und entscheiden Sie, was geschehen soll.</translation>
    </message>
    <message>
        <source>Decided: {decisions}.</source>
        <translation>Entschieden: {decisions}.</translation>
    </message>
    <message>
        <source>Left as they are: {hosts}.</source>
        <translation>Bleiben, wie sie sind: {hosts}.</translation>
    </message>
    <message>
        <source>It fits into the window.</source>
        <translation>Er passt in das Wartungsfenster.</translation>
    </message>
    <message>
        <source>It does not fit into the window.</source>
        <translation>Er passt nicht in das Wartungsfenster.</translation>
    </message>
    <message>
        <source>{clock}, day {day}</source>
        <translation>{clock}, Tag {day}</translation>
    </message>
    <message>
        <source>left out: see what stands against it</source>
        <translation>ausgelassen: siehe, was dagegen spricht</translation>
    </message>
    <message>
        <source>being emptied: {done} of {count}</source>
        <translation>wird geleert: {done} von {count}</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>enters maintenance mode</source>
        <translation>wechselt in den Wartungsmodus</translation>
    </message>
    <message>
        <source>being worked on</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>VMs go home</source>
        <translation>VMs kehren zurück</translation>
    </message>
    <message>
        <source>✓ done</source>
        <translation>✓ fertig</translation>
    </message>
    <message>
        <source>✕ could not be emptied</source>
        <translation>✕ konnte nicht geleert werden</translation>
    </message>
    <message>
        <source>The estate is another one than when this was planned. Plan again.</source>
        <translation>Die Umgebung ist nicht mehr die, für die geplant wurde. Planen Sie neu.</translation>
    </message>
    <message>
        <source>Rolling maintenance of {cluster}</source>
        <translation>Rollierende Wartung von {cluster}</translation>
    </message>
</context>
<context>
    <name>RuleDialog</name>
    <message>
        <source>VM/Host rule</source>
        <translation>VM/Host-Regel</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>&amp;Type:</source>
        <translation>&amp;Typ:</translation>
    </message>
    <message>
        <source>&amp;Virtual machines:</source>
        <translation>&amp;Virtuelle Maschinen:</translation>
    </message>
    <message>
        <source>&amp;Hosts:</source>
        <translation>&amp;Hosts:</translation>
    </message>
    <message>
        <source>The rule needs a name.</source>
        <translation>Die Regel braucht einen Namen.</translation>
    </message>
    <message>
        <source>Too few virtual machines are chosen.</source>
        <translation>Es sind zu wenige virtuelle Maschinen ausgewählt.</translation>
    </message>
    <message>
        <source>No host is chosen.</source>
        <translation>Es ist kein Host ausgewählt.</translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>VM/Host rules of {cluster}</source>
        <translation>VM/Host-Regeln von {cluster}</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
</context>
<context>
    <name>RunWindow</name>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>Where the virtual machines are</source>
        <translation>Wo die virtuellen Maschinen sind</translation>
    </message>
    <message>
        <source>Ask before a new plan is carried out</source>
        <translation>Fragen, bevor ein neuer Plan ausgeführt wird</translation>
    </message>
    <message>
        <source>When a migration fails, the rest is planned anew and goes on by itself, if all can still leave. Otherwise you are asked in any case.</source>
        <translation>Wenn eine Migration scheitert, wird der Rest neu geplant und von selbst ausgeführt, sofern noch alle weichen können. Andernfalls werden Sie auf jeden Fall gefragt.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Abort</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Bericht …</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>Outlined: planned. Filled: as it goes. Hatched: waits for its turn. Cross: failed. All simulated.</source>
        <translation>Umrandet: geplant. Gefüllt: wie es läuft. Schraffiert: wartet. Kreuz: gescheitert. Alles simuliert.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>After the running migrations</source>
        <translation>Nach den laufenden Migrationen</translation>
    </message>
    <message>
        <source>Now: cancel the running migrations</source>
        <translation>Sofort: die laufenden Migrationen abbrechen</translation>
    </message>
    <message>
        <source>The way home</source>
        <translation>Der Heimweg</translation>
    </message>
    <message>
        <source>{done} of {count} migrations completed, {lost} failed or cancelled, after {time}.</source>
        <translation>{done} von {count} Migrationen abgeschlossen, {lost} fehlgeschlagen oder abgebrochen, nach {time}.</translation>
    </message>
    <message>
        <source>Virtual machine</source>
        <translation>Virtuelle Maschine</translation>
    </message>
    <message>
        <source>Now on</source>
        <translation>Jetzt auf</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>{hosts}: empty, and entering maintenance mode.</source>
        <translation>{hosts}: leer, und auf dem Weg in den Wartungsmodus.</translation>
    </message>
    <message>
        <source>All are where they should be.</source>
        <translation>Alle sind, wo sie sein sollen.</translation>
    </message>
    <message>
        <source>A migration did not complete: the rest is planned anew. The clock stands meanwhile.</source>
        <translation>Eine Migration kam nicht zum Ende: Der Rest wird neu geplant. Die Uhr steht so lange.</translation>
    </message>
    <message>
        <source>Paused: nothing more begins until you resume; what runs goes on.</source>
        <translation>Angehalten: Es beginnt nichts mehr, bis Sie fortsetzen; was läuft, läuft weiter.</translation>
    </message>
    <message>
        <source>Nothing more begins; what runs comes to its end.</source>
        <translation>Es beginnt nichts mehr; was läuft, kommt zu seinem Ende.</translation>
    </message>
    <message>
        <source>Not all are back where they were. Every virtual machine is listed below.</source>
        <translation>Nicht alle sind wieder, wo sie waren. Alle virtuellen Maschinen sind unten aufgeführt.</translation>
    </message>
    <message>
        <source>No datastore was taken into maintenance mode. Every virtual machine is listed below.</source>
        <translation>Kein Datenspeicher wurde in den Wartungsmodus versetzt. Alle virtuellen Maschinen sind unten aufgeführt.</translation>
    </message>
    <message>
        <source>No host was taken into maintenance mode. Every virtual machine is listed below.</source>
        <translation>Kein Host wurde in den Wartungsmodus versetzt. Alle virtuellen Maschinen stehen unten.</translation>
    </message>
    <message>
        <source>Not all datastores are empty. Files are still there of: {vms}. All others are listed below.</source>
        <translation>Nicht alle Datenspeicher sind leer. Dateien liegen dort noch von: {vms}. Alle anderen sind unten aufgeführt.</translation>
    </message>
    <message>
        <source>Not all hosts are empty. Still there, and running: {places}. All others are listed below.</source>
        <translation>Nicht alle Hosts sind leer. Noch dort, und in Betrieb: {places}. Alle anderen stehen unten.</translation>
    </message>
</context>
<context>
    <name>RunsChart</name>
    <message>
        <source>Remaining memory</source>
        <translation>Verbleibender Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Copy bandwidth</source>
        <translation>Kopierbandbreite</translation>
    </message>
    <message>
        <source>Dirty-page rate</source>
        <translation>Rate beschriebener Seiten</translation>
    </message>
    <message>
        <source>Guest slow-down</source>
        <translation>Bremsung des Gasts</translation>
    </message>
    <message>
        <source>Runs of the migration over each other</source>
        <translation>Läufe der Migration übereinander</translation>
    </message>
    <message>
        <source>{name}: a click hides it or shows it again; the axes fit what is shown</source>
        <translation>{name}: ein Klick blendet es aus oder wieder ein; die Achsen passen sich dem an, was zu sehen ist</translation>
    </message>
</context>
<context>
    <name>SearchDialog</name>
    <message>
        <source>Search the whole inventory</source>
        <translation>Gesamten Bestand durchsuchen</translation>
    </message>
    <message>
        <source>Name or address of any object</source>
        <translation>Name oder Adresse eines beliebigen Objekts</translation>
    </message>
    <message>
        <source>{shown} of {count} objects</source>
        <translation>{shown} von {count} Objekten</translation>
    </message>
    <message>
        <source> on {host}</source>
        <translation> auf {host}</translation>
    </message>
</context>
<context>
    <name>ServiceView</name>
    <message>
        <source>Service monitor</source>
        <translation>Dienstmonitor</translation>
    </message>
    <message>
        <source>No virtual machine is being watched.</source>
        <translation>Es wird keine virtuelle Maschine beobachtet.</translation>
    </message>
    <message>
        <source>Requests answered: {answered} of {sent}</source>
        <translation>Beantwortete Anfragen: {answered} von {sent}</translation>
    </message>
    <message>
        <source>Longest pause: {gap}; {delayed} requests answered late</source>
        <translation>Längste Pause: {gap}; {delayed} Anfragen verspätet beantwortet</translation>
    </message>
    <message>
        <source>No pause so far</source>
        <translation>Bisher keine Pause</translation>
    </message>
    <message>
        <source>Client connection: open</source>
        <translation>Verbindung des Clients: offen</translation>
    </message>
    <message>
        <source>Client connection: lost</source>
        <translation>Verbindung des Clients: verloren</translation>
    </message>
    <message>
        <source>Answer after {latency}</source>
        <translation>Antwort nach {latency}</translation>
    </message>
    <message>
        <source>Not answering now</source>
        <translation>Antwortet gerade nicht</translation>
    </message>
    <message>
        <source>Switch: {mac} still at {host}; frames are lost until the RARP</source>
        <translation>Switch: {mac} noch bei {host}; bis zum RARP gehen Frames verloren</translation>
    </message>
    <message>
        <source>Switch: {mac} at {host} (RARP {time})</source>
        <translation>Switch: {mac} bei {host} (RARP {time})</translation>
    </message>
    <message>
        <source>Switch: {mac} at {host}</source>
        <translation>Switch: {mac} bei {host}</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Arrange the panels as at first</source>
        <translation>Bereiche &amp;anordnen wie am Anfang</translation>
    </message>
    <message>
        <source>Changes take effect at once. The program remembers them, and the window&apos;s layout.</source>
        <translation>Änderungen wirken sofort. Das Programm merkt sie sich, ebenso die Anordnung des Fensters.</translation>
    </message>
</context>
<context>
    <name>SituationController</name>
    <message>
        <source>&amp;Situations…</source>
        <translation>&amp;Situationen …</translation>
    </message>
    <message>
        <source>Start a s&amp;ituation</source>
        <translation>S&amp;ituation starten</translation>
    </message>
</context>
<context>
    <name>SituationGallery</name>
    <message>
        <source>Situations</source>
        <translation>Situationen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
</context>
<context>
    <name>SnapshotDialog</name>
    <message>
        <source>Take snapshot for {vm}</source>
        <translation>Snapshot von {vm} erstellen</translation>
    </message>
    <message numerus="yes">
        <source>Take snapshot for %n VM(s)</source>
        <translation>
            <numerusform>Snapshot von %n VM erstellen</numerusform>
            <numerusform>Snapshots von %n VMs erstellen</numerusform>
        </translation>
    </message>
    <message>
        <source>VM Snapshot {number}</source>
        <translation>VM-Snapshot {number}</translation>
    </message>
    <message>
        <source>Include virtual machine&apos;s &amp;memory</source>
        <translation>&amp;Arbeitsspeicher der virtuellen Maschine einbeziehen</translation>
    </message>
    <message>
        <source>Reverting then lets the guest go on where it was; without it, the virtual machine is off.</source>
        <translation>Nach dem Zurücksetzen läuft der Gast dann dort weiter, wo er war; sonst ist die virtuelle Maschine ausgeschaltet.</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>&amp;Erstellen</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>+ {count} more</source>
        <translation>+ {count} weitere</translation>
    </message>
    <message>
        <source>These files take {size} now; the delta disks grow with what the guest writes (not simulated).</source>
        <translation>Diese Dateien belegen jetzt {size}; die Deltafestplatten wachsen mit dem, was der Gast schreibt (nicht simuliert).</translation>
    </message>
    <message>
        <source>snapshot of {vms}</source>
        <translation>Snapshot von {vms}</translation>
    </message>
</context>
<context>
    <name>SnapshotEntries</name>
    <message>
        <source>The virtual machine has no snapshot.</source>
        <translation>Die virtuelle Maschine hat keinen Snapshot.</translation>
    </message>
    <message>
        <source>A template has no snapshots.</source>
        <translation>Eine Vorlage hat keine Snapshots.</translation>
    </message>
    <message>
        <source>Back to “{name}”.</source>
        <translation>Zurück zu „{name}“.</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Snapshots</translation>
    </message>
    <message>
        <source>Take Snapshot…</source>
        <translation>Snapshot erstellen …</translation>
    </message>
    <message>
        <source>Revert to Latest Snapshot</source>
        <translation>Auf neuesten Snapshot zurücksetzen</translation>
    </message>
    <message>
        <source>Delete All Snapshots</source>
        <translation>Alle Snapshots löschen</translation>
    </message>
    <message>
        <source>return of {vms} to the latest snapshot</source>
        <translation>Zurücksetzen von {vms} auf den neuesten Snapshot</translation>
    </message>
    <message>
        <source>deletion of all snapshots of {vms}</source>
        <translation>Löschen aller Snapshots von {vms}</translation>
    </message>
</context>
<context>
    <name>StagesView</name>
    <message>
        <source>Stages of the migration</source>
        <translation>Stufen der Migration</translation>
    </message>
    <message>
        <source>1  Is the VM in a stable state?</source>
        <translation>1  Ist die VM in stabilem Zustand?</translation>
    </message>
    <message>
        <source>2  Its state is copied</source>
        <translation>2  Ihr Zustand wird kopiert</translation>
    </message>
    <message>
        <source>3  It resumes at the target</source>
        <translation>3  Sie läuft am Ziel weiter</translation>
    </message>
    <message>
        <source>VM is connected</source>
        <translation>VM ist verbunden</translation>
    </message>
    <message>
        <source>No other task on the VM</source>
        <translation>Keine andere Aufgabe an der VM</translation>
    </message>
    <message>
        <source>No pending question</source>
        <translation>Keine offene Frage</translation>
    </message>
    <message>
        <source>VMware Tools state</source>
        <translation>Zustand der VMware Tools</translation>
    </message>
    <message>
        <source>Both hosts are connected</source>
        <translation>Beide Hosts sind verbunden</translation>
    </message>
    <message>
        <source>Destination is compatible</source>
        <translation>Ziel ist kompatibel</translation>
    </message>
    <message>
        <source>Memory: {role}</source>
        <translation>Speicher: {role}</translation>
    </message>
    <message>
        <source>Pages at the destination that are still current; the share falls when the guest writes pages again.</source>
        <translation>Seiten am Ziel, die noch aktuell sind; der Anteil sinkt, wenn der Gast Seiten erneut beschreibt.</translation>
    </message>
    <message>
        <source>Disk: {label}</source>
        <translation>Festplatte: {label}</translation>
    </message>
    <message>
        <source>The disk moves in one pass; writes behind the copy go to both sides.</source>
        <translation>Die Festplatte zieht in einem Durchgang um; Schreibzugriffe hinter der Kopie gehen an beide Seiten.</translation>
    </message>
    <message>
        <source>BIOS</source>
        <translation>BIOS</translation>
    </message>
    <message>
        <source>Firmware settings (NVRAM)</source>
        <translation>Firmware-Einstellungen (NVRAM)</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>State of the virtual devices</source>
        <translation>Zustand der virtuellen Geräte</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>The CPU features and state that the guest sees</source>
        <translation>CPU-Merkmale und -Zustand, die der Gast sieht</translation>
    </message>
    <message>
        <source>MAC addresses</source>
        <translation>MAC-Adressen</translation>
    </message>
    <message>
        <source>They identify the VM in the network and stay the same</source>
        <translation>Sie kennzeichnen die VM im Netz und bleiben gleich</translation>
    </message>
    <message>
        <source>Chipset state</source>
        <translation>Zustand des Chipsatzes</translation>
    </message>
    <message>
        <source>Interrupt controllers, timers, buses</source>
        <translation>Interrupt-Controller, Zeitgeber, Busse</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>The vCPUs&apos; registers: the last parcel, while the VM is stunned</source>
        <translation>Die Register der vCPUs: das letzte Paket, während die VM steht</translation>
    </message>
    <message>
        <source>Network connections</source>
        <translation>Netzwerkverbindungen</translation>
    </message>
    <message>
        <source>Open connections go on at the target</source>
        <translation>Offene Verbindungen gehen am Ziel weiter</translation>
    </message>
    <message>
        <source>VM quiesced</source>
        <translation>VM zur Ruhe gebracht</translation>
    </message>
    <message>
        <source>vCPUs stop, I/O drains</source>
        <translation>vCPUs halten an, E/A läuft aus</translation>
    </message>
    <message>
        <source>Last pages sent</source>
        <translation>Letzte Seiten gesendet</translation>
    </message>
    <message>
        <source>What was still dirty when the VM stopped</source>
        <translation>Was noch schmutzig war, als die VM anhielt</translation>
    </message>
    <message>
        <source>Device state sent</source>
        <translation>Gerätezustand gesendet</translation>
    </message>
    <message>
        <source>The checkpoint of devices and registers</source>
        <translation>Der Abzug von Geräten und Registern</translation>
    </message>
    <message>
        <source>Network told (RARP)</source>
        <translation>Netzwerk benachrichtigt (RARP)</translation>
    </message>
    <message>
        <source>The VM runs again; its clients reach it when the switches know its new port</source>
        <translation>Die VM läuft wieder; ihre Clients erreichen sie, sobald die Switches ihren neuen Port kennen</translation>
    </message>
    <message>
        <source>Mirrored writes drained</source>
        <translation>Gespiegelte Schreibzugriffe abgeschlossen</translation>
    </message>
    <message>
        <source>Writes under way reach the new disk</source>
        <translation>Laufende Schreibzugriffe erreichen die neue Festplatte</translation>
    </message>
    <message>
        <source>VM resumed</source>
        <translation>VM fortgesetzt</translation>
    </message>
    <message>
        <source>The VM runs at the target</source>
        <translation>Die VM läuft am Ziel</translation>
    </message>
    <message>
        <source>Downtime in all</source>
        <translation>Ausfallzeit insgesamt</translation>
    </message>
    <message>
        <source>How long the VM stood still (simulated)</source>
        <translation>Wie lange die VM stand (simuliert)</translation>
    </message>
</context>
<context>
    <name>StepPage</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Narration</source>
        <translation>Erzähltext</translation>
    </message>
    <message>
        <source>Know more</source>
        <translation>Mehr dazu</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Speaker notes</source>
        <translation>Sprechernotizen</translation>
    </message>
    <message>
        <source>What is true when the step ends, an expression a line</source>
        <translation>Was am Ende des Schritts wahr ist, ein Ausdruck je Zeile</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Actions and end</source>
        <translation>Aktionen und Ende</translation>
    </message>
    <message>
        <source>Spotlight</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
</context>
<context>
    <name>StepRail</name>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>{step}, done</source>
        <translation>{step}, erledigt</translation>
    </message>
</context>
<context>
    <name>StoragePage</name>
    <message>
        <source>Configure per disk</source>
        <translation>Pro Festplatte konfigurieren</translation>
    </message>
    <message>
        <source>Datastores</source>
        <translation>Datenspeicher</translation>
    </message>
    <message>
        <source>Virtual machine</source>
        <translation>Virtuelle Maschine</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Datastore</source>
        <translation>Datenspeicher</translation>
    </message>
    <message>
        <source>Virtual disk format</source>
        <translation>Format der virtuellen Festplatte</translation>
    </message>
    <message>
        <source>Files of the virtual machines</source>
        <translation>Dateien der virtuellen Maschinen</translation>
    </message>
    <message>
        <source>Select virtual disk format:</source>
        <translation>Format der virtuellen Festplatte auswählen:</translation>
    </message>
    <message>
        <source>Select files above, then a datastore or a format for them (Ctrl or Shift: several).</source>
        <translation>Wählen Sie oben Dateien, dann einen Datenspeicher oder ein Format für sie (Strg oder Umschalt: mehrere).</translation>
    </message>
    <message>
        <source>Configuration files</source>
        <translation>Konfigurationsdateien</translation>
    </message>
    <message>
        <source>Select a datastore.</source>
        <translation>Wählen Sie einen Datenspeicher.</translation>
    </message>
</context>
<context>
    <name>StoreStage</name>
    <message>
        <source>The datastores of the plan</source>
        <translation>Die Datenspeicher des Plans</translation>
    </message>
    <message>
        <source>{percent} % full</source>
        <translation>zu {percent} % voll</translation>
    </message>
    <message>
        <source>{space} free</source>
        <translation>{space} frei</translation>
    </message>
</context>
<context>
    <name>StoresPage</name>
    <message>
        <source>Datastore</source>
        <translation>Datenspeicher</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>VMs</source>
        <translation>VMs</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Datastores to empty</source>
        <translation>Zu leerende Datenspeicher</translation>
    </message>
    <message>
        <source>Stays free on every destination</source>
        <translation>Bleibt auf jedem Ziel frei</translation>
    </message>
    <message>
        <source>Files may leave their datastore cluster</source>
        <translation>Dateien dürfen ihren Datenspeicher-Cluster verlassen</translation>
    </message>
    <message>
        <source>A VM&apos;s disks may part where they do not fit on one datastore</source>
        <translation>Festplatten einer VM dürfen sich trennen, wo sie nicht auf einen Datenspeicher passen</translation>
    </message>
    <message>
        <source>Plan for:</source>
        <translation>Plan für:</translation>
    </message>
    <message>
        <source>Stays free on every destination:</source>
        <translation>Bleibt auf jedem Ziel frei:</translation>
    </message>
    <message>
        <source>In no datastore cluster</source>
        <translation>In keinem Datenspeicher-Cluster</translation>
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
        <translation>Teilnehmermodus</translation>
    </message>
    <message>
        <source>There is a result of {name}: {points} of {possible} points.</source>
        <translation>Es gibt ein Ergebnis von {name}: {points} von {possible} Punkten.</translation>
    </message>
    <message>
        <source>Whoever begins again replaces it.</source>
        <translation>Wer neu beginnt, ersetzt es.</translation>
    </message>
    <message>
        <source>Go on at step {n}</source>
        <translation>Bei Schritt {n} weitermachen</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Keep it, only play</source>
        <translation>Behalten, nur spielen</translation>
    </message>
    <message>
        <source>Folder of results</source>
        <translation>Ordner der Ergebnisse</translation>
    </message>
    <message>
        <source>Add result files</source>
        <translation>Ergebnisdateien hinzufügen</translation>
    </message>
    <message>
        <source>Results of lessons</source>
        <translation>Ergebnisse von Lektionen</translation>
    </message>
    <message>
        <source>Export the results</source>
        <translation>Ergebnisse exportieren</translation>
    </message>
    <message>
        <source>Page for a browser (*.html)</source>
        <translation>Seite für den Browser (*.html)</translation>
    </message>
</context>
<context>
    <name>StudentDialog</name>
    <message>
        <source>Student mode</source>
        <translation>Teilnehmermodus</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen …</translation>
    </message>
    <message>
        <source>In student mode every goal that you reach counts {goal} points and every right prediction {prediction}; a hint costs {hint}. Each lesson leaves one small file with your result.</source>
        <translation>Im Teilnehmermodus zählt jedes Ziel, das Sie erreichen, {goal} Punkte und jede richtige Vorhersage {prediction}; ein Hinweis kostet {hint}. Jede Lektion hinterlässt eine kleine Datei mit Ihrem Ergebnis.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Begin student mode</source>
        <translation>Teilnehmermodus beginnen</translation>
    </message>
    <message>
        <source>End student mode</source>
        <translation>Teilnehmermodus beenden</translation>
    </message>
    <message>
        <source>Results go to</source>
        <translation>Ergebnisse kommen nach</translation>
    </message>
</context>
<context>
    <name>StudentMode</name>
    <message>
        <source>Student &amp;mode…</source>
        <translation>&amp;Teilnehmermodus …</translation>
    </message>
    <message>
        <source>Results of a &amp;class…</source>
        <translation>Ergebnisse einer &amp;Klasse …</translation>
    </message>
    <message>
        <source>{name}: {points} of {possible} points ({share})</source>
        <translation>{name}: {points} von {possible} Punkten ({share})</translation>
    </message>
    <message>
        <source>The result could not be written: {reason}. Choose another folder in “Student mode”.</source>
        <translation>Das Ergebnis konnte nicht geschrieben werden: {reason}. Wählen Sie unter „Teilnehmermodus“ einen anderen Ordner.</translation>
    </message>
</context>
<context>
    <name>SummaryPane</name>
    <message>
        <source>Select an object in the inventory or in the topology to see what is known of it.</source>
        <translation>Wählen Sie ein Objekt im Bestand oder in der Topologie, um zu sehen, was darüber bekannt ist.</translation>
    </message>
    <message>
        <source>What is known of the object</source>
        <translation>Was über das Objekt bekannt ist</translation>
    </message>
</context>
<context>
    <name>TargetPicker</name>
    <message>
        <source>Click what the spotlight is to fall on. Esc: none.</source>
        <translation>Klicken Sie an, worauf das Licht fallen soll. Esc: nichts.</translation>
    </message>
</context>
<context>
    <name>TasksModel</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Move back</source>
        <translation>Zurückverschieben</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Task Name</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Initiator</source>
        <translation>Auslöser</translation>
    </message>
    <message>
        <source>Queued For</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>Start (simulated)</source>
        <translation>Beginn (simuliert)</translation>
    </message>
    <message>
        <source>Completion (simulated)</source>
        <translation>Abschluss (simuliert)</translation>
    </message>
    <message>
        <source>Relocate virtual machine</source>
        <translation>Virtuelle Maschine verlagern</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Maintenance plan</source>
        <translation>Wartungsplan</translation>
    </message>
    <message>
        <source>Waits for {names}</source>
        <translation>Wartet auf {names}</translation>
    </message>
    <message>
        <source>{way} · {remaining} left, {rate} copied, {dirty} dirtied</source>
        <translation>{way} · {remaining} übrig, {rate} kopiert, {dirty} neu beschrieben</translation>
    </message>
    <message>
        <source>{way} · {remaining} left, {rate} copied; the VM runs at the destination</source>
        <translation>{way} · {remaining} übrig, {rate} kopiert; die VM läuft am Ziel</translation>
    </message>
    <message>
        <source>{way} · {duration}, {downtime} downtime, {data} copied</source>
        <translation>{way} · {duration}, {downtime} Ausfallzeit, {data} kopiert</translation>
    </message>
</context>
<context>
    <name>TasksPane</name>
    <message>
        <source>Apply Recommendations</source>
        <translation>Empfehlungen übernehmen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>VMs that are still there…</source>
        <translation>VMs, die noch da sind …</translation>
    </message>
    <message>
        <source>Go to the host</source>
        <translation>Zum Host</translation>
    </message>
    <message>
        <source>Go to the datastore</source>
        <translation>Zum Datenspeicher gehen</translation>
    </message>
    <message>
        <source>Go to the virtual machine</source>
        <translation>Zur virtuellen Maschine</translation>
    </message>
    <message>
        <source>Cancel all that wait ({count})</source>
        <translation>Alle wartenden abbrechen ({count})</translation>
    </message>
    <message>
        <source>Cancel all migrations ({count})</source>
        <translation>Alle Migrationen abbrechen ({count})</translation>
    </message>
    <message>
        <source>Recent tasks</source>
        <translation>Aktuelle Aufgaben</translation>
    </message>
    <message>
        <source>Filter tasks</source>
        <translation>Aufgaben filtern</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Write the tasks that are shown as a table for other programs (CSV).</source>
        <translation>Schreibt die angezeigten Aufgaben als Tabelle für andere Programme (CSV).</translation>
    </message>
    <message>
        <source>No tasks yet. Drag a VM to another host to start a migration.</source>
        <translation>Noch keine Aufgaben. Ziehen Sie eine VM auf einen anderen Host, um eine Migration zu starten.</translation>
    </message>
    <message>
        <source>No task fits the filter.</source>
        <translation>Keine Aufgabe entspricht dem Filter.</translation>
    </message>
</context>
<context>
    <name>TemplateMenu</name>
    <message>
        <source>New from &amp;template</source>
        <translation>Neu nach &amp;Vorlage</translation>
    </message>
</context>
<context>
    <name>TimelinePane</name>
    <message>
        <source>Played until {time}. Acting here starts a new branch; nothing is lost.</source>
        <translation>Gespielt bis {time}. Wer hier eingreift, beginnt einen neuen Zweig; nichts geht verloren.</translation>
    </message>
    <message>
        <source>Main line</source>
        <translation>Hauptlinie</translation>
    </message>
    <message>
        <source>Branch {number}</source>
        <translation>Zweig {number}</translation>
    </message>
    <message>
        <source>{name} (from {start} to {end})</source>
        <translation>{name} (von {start} bis {end})</translation>
    </message>
    <message>
        <source>Fork from this moment…</source>
        <translation>Ab diesem Moment verzweigen …</translation>
    </message>
    <message>
        <source>Futures on one chart…</source>
        <translation>Verläufe in einem Diagramm …</translation>
    </message>
    <message>
        <source>Rename this branch…</source>
        <translation>Diesen Zweig umbenennen…</translation>
    </message>
    <message>
        <source>Rename branch</source>
        <translation>Zweig umbenennen</translation>
    </message>
    <message>
        <source>Name of the branch:</source>
        <translation>Name des Zweigs:</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Left and right arrow: earlier and later; Home and End: start and end</source>
        <translation>Pfeil links und rechts: früher und später; Pos1 und Ende: Anfang und Ende</translation>
    </message>
    <message>
        <source>Branches of this lab&apos;s history</source>
        <translation>Zweige der Geschichte dieses Labors</translation>
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
        <translation>1 Host</translation>
    </message>
    <message>
        <source>{count} hosts</source>
        <translation>{count} Hosts</translation>
    </message>
    <message>
        <source>SSO {name}</source>
        <translation>SSO {name}</translation>
    </message>
    <message>
        <source>Stand-alone hosts</source>
        <translation>Eigenständige Hosts</translation>
    </message>
    <message>
        <source>DRS manual</source>
        <translation>DRS manuell</translation>
    </message>
    <message>
        <source>DRS partially automated</source>
        <translation>DRS teilautomatisch</translation>
    </message>
    <message>
        <source>DRS fully automated</source>
        <translation>DRS vollautomatisch</translation>
    </message>
    <message>
        <source>HA</source>
        <translation>HA</translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation>{size} frei</translation>
    </message>
    <message>
        <source>{percent} busy</source>
        <translation>{percent} ausgelastet</translation>
    </message>
    <message>
        <source>{free} of {capacity} free</source>
        <translation>{free} von {capacity} frei</translation>
    </message>
    <message>
        <source>down</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>{speed} · RTT {rtt}</source>
        <translation>{speed} · RTT {rtt}</translation>
    </message>
    <message>
        <source>No virtual machines</source>
        <translation>Keine virtuellen Maschinen</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>disk stays</source>
        <translation>Festplatte bleibt</translation>
    </message>
    <message>
        <source>Loss {value}</source>
        <translation>Verlust {value}</translation>
    </message>
    <message>
        <source>Version {value}</source>
        <translation>Version {value}</translation>
    </message>
    <message>
        <source>{cpus} vCPUs · {memory} memory</source>
        <translation>{cpus} vCPUs · {memory} Speicher</translation>
    </message>
    <message>
        <source>Host {value}</source>
        <translation>Host {value}</translation>
    </message>
    <message>
        <source>Storage {value}</source>
        <translation>Speicherort {value}</translation>
    </message>
    <message>
        <source>Networks {value}</source>
        <translation>Netzwerke {value}</translation>
    </message>
    <message>
        <source>{cores} cores · {memory} memory</source>
        <translation>{cores} Kerne · {memory} Speicher</translation>
    </message>
    <message>
        <source>CPU {cpu} · Memory {memory} (configured)</source>
        <translation>CPU {cpu} · Speicher {memory} (konfiguriert)</translation>
    </message>
    <message>
        <source>Mounted by {value}</source>
        <translation>Eingehängt von {value}</translation>
    </message>
    <message>
        <source>Gateway {value}</source>
        <translation>Gateway {value}</translation>
    </message>
    <message>
        <source>No gateway</source>
        <translation>Kein Gateway</translation>
    </message>
    <message>
        <source>Carries vMotion</source>
        <translation>Trägt vMotion</translation>
    </message>
    <message>
        <source>state of the VM</source>
        <translation>Zustand der VM</translation>
    </message>
    <message>
        <source>unanswered question</source>
        <translation>unbeantwortete Frage</translation>
    </message>
    <message>
        <source>no access to the key</source>
        <translation>kein Zugriff auf den Schlüssel</translation>
    </message>
    <message>
        <source>host not available</source>
        <translation>Host nicht verfügbar</translation>
    </message>
    <message>
        <source>maintenance mode</source>
        <translation>Wartungsmodus</translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>runs here</source>
        <translation>läuft hier</translation>
    </message>
    <message>
        <source>hardware version too new</source>
        <translation>Hardwareversion zu neu</translation>
    </message>
    <message>
        <source>too many VMs</source>
        <translation>zu viele VMs</translation>
    </message>
    <message>
        <source>vSphere HA</source>
        <translation>vSphere HA</translation>
    </message>
    <message>
        <source>processor does not fit</source>
        <translation>Prozessor passt nicht</translation>
    </message>
    <message>
        <source>other CPU vendor</source>
        <translation>anderer CPU-Hersteller</translation>
    </message>
    <message>
        <source>EVC mode too low</source>
        <translation>EVC-Modus zu niedrig</translation>
    </message>
    <message>
        <source>CPU features missing</source>
        <translation>CPU-Funktionen fehlen</translation>
    </message>
    <message>
        <source>not enough memory</source>
        <translation>zu wenig Arbeitsspeicher</translation>
    </message>
    <message>
        <source>not enough room</source>
        <translation>zu wenig Ressourcen</translation>
    </message>
    <message>
        <source>licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>vMotion not possible</source>
        <translation>vMotion nicht möglich</translation>
    </message>
    <message>
        <source>no vMotion adapter at the source</source>
        <translation>kein vMotion-Adapter an der Quelle</translation>
    </message>
    <message>
        <source>no vMotion adapter</source>
        <translation>kein vMotion-Adapter</translation>
    </message>
    <message>
        <source>vMotion link down</source>
        <translation>vMotion-Verbindung getrennt</translation>
    </message>
    <message>
        <source>Storage vMotion not possible</source>
        <translation>Storage vMotion nicht möglich</translation>
    </message>
    <message>
        <source>network does not fit</source>
        <translation>Netzwerk passt nicht</translation>
    </message>
    <message>
        <source>port group missing</source>
        <translation>Portgruppe fehlt</translation>
    </message>
    <message>
        <source>datastore does not fit</source>
        <translation>Datenspeicher passt nicht</translation>
    </message>
    <message>
        <source>datastore not shared</source>
        <translation>Datenspeicher nicht gemeinsam</translation>
    </message>
    <message>
        <source>not enough space</source>
        <translation>zu wenig Speicherplatz</translation>
    </message>
    <message>
        <source>datastore not accessible</source>
        <translation>Datenspeicher nicht erreichbar</translation>
    </message>
    <message>
        <source>disk cannot move</source>
        <translation>Festplatte kann nicht umziehen</translation>
    </message>
    <message>
        <source>raw device mapping</source>
        <translation>Raw-Gerätezuordnung</translation>
    </message>
    <message>
        <source>LUN not visible</source>
        <translation>LUN nicht sichtbar</translation>
    </message>
    <message>
        <source>swap file</source>
        <translation>Auslagerungsdatei</translation>
    </message>
    <message>
        <source>device tied to the host</source>
        <translation>Gerät an Host gebunden</translation>
    </message>
    <message>
        <source>DRS rule</source>
        <translation>DRS-Regel</translation>
    </message>
    <message>
        <source>DRS</source>
        <translation>DRS</translation>
    </message>
    <message>
        <source>vCenter Servers do not fit</source>
        <translation>vCenter Server passen nicht</translation>
    </message>
</context>
<context>
    <name>TopologyBar</name>
    <message>
        <source>Nested</source>
        <translation>Geschachtelt</translation>
    </message>
    <message>
        <source>Frames within frames</source>
        <translation>Rahmen in Rahmen</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graph</translation>
    </message>
    <message>
        <source>Free graph with edges</source>
        <translation>Freier Graph mit Kanten</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>Vergrößern (+)</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom out (−)</source>
        <translation>Verkleinern (−)</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Show everything (0)</source>
        <translation>Alles zeigen (0)</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Show what is selected (F)</source>
        <translation>Ausgewähltes zeigen (F)</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>What shapes and colours mean</source>
        <translation>Was Formen und Farben bedeuten</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Overview map</source>
        <translation>Übersichtskarte</translation>
    </message>
    <message>
        <source>Find in the topology</source>
        <translation>In der Topologie suchen</translation>
    </message>
    <message>
        <source>Enter goes to the next match, Shift+Enter to the previous one</source>
        <translation>Eingabe geht zum nächsten Treffer, Umschalt+Eingabe zum vorigen</translation>
    </message>
</context>
<context>
    <name>TopologyPane</name>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>{count} gefunden</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} von {count}</translation>
    </message>
</context>
<context>
    <name>TopologyView</name>
    <message>
        <source>Topology</source>
        <translation>Topologie</translation>
    </message>
    <message>
        <source>Arrow keys go from object to object, plus and minus zoom, 0 shows everything, F the selection.</source>
        <translation>Pfeiltasten gehen von Objekt zu Objekt, Plus und Minus zoomen, 0 zeigt alles, F die Auswahl.</translation>
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
        <translation>Starten</translation>
    </message>
    <message>
        <source>{action} (Space)</source>
        <translation>{action} (Leertaste)</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Steuerung</translation>
    </message>
    <message>
        <source>Back to the previous event</source>
        <translation>Zurück zum vorigen Ereignis</translation>
    </message>
    <message>
        <source>Step to the next event</source>
        <translation>Zum nächsten Ereignis</translation>
    </message>
    <message>
        <source>Step to the next pre-copy pass</source>
        <translation>Zum nächsten Pre-Copy-Durchgang</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Schneller</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Simulated seconds per second ([ slower, ] faster)</source>
        <translation>Simulierte Sekunden je Sekunde ([ langsamer, ] schneller)</translation>
    </message>
    <message>
        <source>Simulated time</source>
        <translation>Simulierte Zeit</translation>
    </message>
</context>
<context>
    <name>UserCommands</name>
    <message>
        <source>move of {vm} to {target}</source>
        <translation>Verschieben von {vm} auf {target}</translation>
    </message>
    <message>
        <source>move of {count} VMs to {target}</source>
        <translation>Verschieben von {count} VMs auf {target}</translation>
    </message>
    <message>
        <source>move of {count} VMs</source>
        <translation>Verschieben von {count} VMs</translation>
    </message>
    <message>
        <source>move back of {vm} to {host}</source>
        <translation>Zurückverschieben von {vm} auf {host}</translation>
    </message>
    <message>
        <source>maintenance mode of {host}</source>
        <translation>Wartungsmodus von {host}</translation>
    </message>
    <message>
        <source>end of maintenance mode of {host}</source>
        <translation>Ende des Wartungsmodus von {host}</translation>
    </message>
</context>
<context>
    <name>VariantsDialog</name>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Ways to migrate {vm}</source>
        <translation>Wege, {vm} zu migrieren</translation>
    </message>
    <message>
        <source>From {host} &amp;to</source>
        <translation>Von {host} &amp;nach</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>&amp;Recorded QEMU migrations…</source>
        <translation>Aufgezeichnete &amp;QEMU-Migrationen…</translation>
    </message>
    <message>
        <source>Migrations that QEMU really carried out, with the simulation laid over them</source>
        <translation>Migrationen, die QEMU wirklich ausgeführt hat, darüber gelegt die Simulation</translation>
    </message>
    <message>
        <source>All variants go on together, second by second (space bar)</source>
        <translation>Alle Varianten gehen gemeinsam weiter, Sekunde für Sekunde (Leertaste)</translation>
    </message>
    <message>
        <source>Common time of all variants</source>
        <translation>Gemeinsame Zeit aller Varianten</translation>
    </message>
</context>
<context>
    <name>VmActions</name>
    <message>
        <source>A template cannot be migrated.</source>
        <translation>Eine Vorlage kann nicht migriert werden.</translation>
    </message>
    <message>
        <source>Migrate to</source>
        <translation>Migrieren auf</translation>
    </message>
    <message>
        <source>Migrate storage to</source>
        <translation>Speicherort migrieren auf</translation>
    </message>
    <message>
        <source>Pick up (Ctrl+X)</source>
        <translation>Aufnehmen (Strg+X)</translation>
    </message>
    <message>
        <source>Then put down on a host with Ctrl+V, or with a click.</source>
        <translation>Dann auf einem Host mit Strg+V oder einem Klick ablegen.</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Betrieb</translation>
    </message>
    <message>
        <source>Step by step: compute resource, storage, networks, priority (Ctrl+M).</source>
        <translation>Schritt für Schritt: Computing-Ressource, Speicher, Netzwerke, Priorität (Strg+M).</translation>
    </message>
    <message>
        <source>Migrate…</source>
        <translation>Migrieren …</translation>
    </message>
    <message>
        <source>Marks every host with what it could take, as during a drag, until Esc (Ctrl+T).</source>
        <translation>Kennzeichnet jeden Host danach, was er aufnehmen könnte, wie beim Ziehen, bis Esc (Strg+T).</translation>
    </message>
    <message>
        <source>Show possible targets</source>
        <translation>Mögliche Ziele zeigen</translation>
    </message>
    <message>
        <source>{vms}: a migration is running.</source>
        <translation>{vms}: Eine Migration läuft.</translation>
    </message>
    <message>
        <source>{count} more hosts: drag the VM, or pick it up and put it down there</source>
        <translation>{count} weitere Hosts: Ziehen Sie die VM, oder nehmen Sie sie auf und legen Sie sie dort ab</translation>
    </message>
    <message>
        <source>There is no other host.</source>
        <translation>Es gibt keinen anderen Host.</translation>
    </message>
    <message>
        <source>{load} % memory</source>
        <translation>{load} % Speicher</translation>
    </message>
    <message>
        <source>{free} free</source>
        <translation>{free} frei</translation>
    </message>
    <message>
        <source>The host has no other datastore.</source>
        <translation>Der Host hat keinen anderen Datenspeicher.</translation>
    </message>
    <message>
        <source>No migration is running.</source>
        <translation>Es läuft keine Migration.</translation>
    </message>
    <message>
        <source>Cancel migration</source>
        <translation>Migration abbrechen</translation>
    </message>
    <message>
        <source>There is no finished move to take back.</source>
        <translation>Es gibt keine abgeschlossene Verschiebung, die sich zurücknehmen ließe.</translation>
    </message>
    <message>
        <source>Move back</source>
        <translation>Zurückverschieben</translation>
    </message>
    <message>
        <source>Power On</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Power Off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>The guest starts anew. It keeps the processor features of its last power-on.</source>
        <translation>Der Gast startet neu. Er behält die Prozessorfunktionen seines letzten Einschaltens.</translation>
    </message>
    <message>
        <source>The virtual machine&apos;s power state does not allow it.</source>
        <translation>Der Betriebszustand der virtuellen Maschine lässt das nicht zu.</translation>
    </message>
    <message>
        <source>The virtual machine is not powered on.</source>
        <translation>Die virtuelle Maschine ist nicht eingeschaltet.</translation>
    </message>
    <message>
        <source>Inject fault</source>
        <translation>Störung auslösen</translation>
    </message>
    <message>
        <source>Repair: {fault}</source>
        <translation>Beheben: {fault}</translation>
    </message>
</context>
<context>
    <name>VsanBox</name>
    <message>
        <source>vSAN data migration</source>
        <translation>vSAN-Datenmigration</translation>
    </message>
    <message>
        <source>Ensure accessibility</source>
        <translation>Zugriff sicherstellen</translation>
    </message>
    <message>
        <source>Full data migration</source>
        <translation>Vollständige Datenmigration</translation>
    </message>
    <message>
        <source>No data migration</source>
        <translation>Keine Datenmigration</translation>
    </message>
    <message>
        <source>{mode}: not possible, no place for {count} components</source>
        <translation>{mode}: nicht möglich, kein Platz für {count} Komponenten</translation>
    </message>
    <message>
        <source>{mode}: {count} VMs lose their data meanwhile</source>
        <translation>{mode}: {count} VMs verlieren solange ihre Daten</translation>
    </message>
    <message>
        <source>{mode}: {size} to move</source>
        <translation>{mode}: {size} zu verschieben</translation>
    </message>
</context>
<context>
    <name>WireStrip</name>
    <message>
        <source>On the wire</source>
        <translation>Auf der Leitung</translation>
    </message>
    <message>
        <source>On the wire: nothing</source>
        <translation>Auf der Leitung: nichts</translation>
    </message>
    <message>
        <source>On the wire: devices and registers, while the VM stands still</source>
        <translation>Auf der Leitung: Geräte und Register, während die VM stillsteht</translation>
    </message>
    <message>
        <source>On the wire: each page for the first time, {rate}</source>
        <translation>Auf der Leitung: jede Seite zum ersten Mal, {rate}</translation>
    </message>
    <message>
        <source>On the wire: pages that were written again (pass {number}), {rate}</source>
        <translation>Auf der Leitung: Seiten, die wieder beschrieben wurden (Durchgang {number}), {rate}</translation>
    </message>
    <message>
        <source>On the wire: the last pages, while the VM stands still, {rate}</source>
        <translation>Auf der Leitung: die letzten Seiten, während die VM stillsteht, {rate}</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>vMotion (compute resource only)</source>
        <translation>vMotion (nur Computing-Ressource)</translation>
    </message>
    <message>
        <source>Storage vMotion (storage only)</source>
        <translation>Storage vMotion (nur Speicherort)</translation>
    </message>
    <message>
        <source>vMotion (compute resource and storage)</source>
        <translation>vMotion (Computing-Ressource und Speicherort)</translation>
    </message>
    <message>
        <source>Cold migration (powered off)</source>
        <translation>Kalte Migration (ausgeschaltet)</translation>
    </message>
    <message>
        <source>Migration of a suspended VM</source>
        <translation>Migration einer angehaltenen VM</translation>
    </message>
    <message>
        <source>Cross vCenter: </source>
        <translation>Zwischen vCentern: </translation>
    </message>
    <message>
        <source>Xen before 4.6</source>
        <translation>Xen vor 4.6</translation>
    </message>
    <message>
        <source>Xen with adaptive rate (2005)</source>
        <translation>Xen mit angepasster Rate (2005)</translation>
    </message>
    <message>
        <source>Stop-and-copy</source>
        <translation>Stop-and-Copy</translation>
    </message>
    <message>
        <source>Post-copy</source>
        <translation>Post-Copy</translation>
    </message>
    <message>
        <source>Not compatible</source>
        <translation>Nicht kompatibel</translation>
    </message>
    <message>
        <source>Compatible with warnings</source>
        <translation>Kompatibel mit Warnungen</translation>
    </message>
    <message>
        <source>Compatibility checks succeeded</source>
        <translation>Kompatibilitätsprüfungen bestanden</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>In der Warteschlange</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Vorbereitung</translation>
    </message>
    <message>
        <source>Copying disk</source>
        <translation>Festplatte wird kopiert</translation>
    </message>
    <message>
        <source>Copying memory</source>
        <translation>Speicher wird kopiert</translation>
    </message>
    <message>
        <source>Switchover</source>
        <translation>Umschaltung</translation>
    </message>
    <message>
        <source>Resuming</source>
        <translation>Fortsetzung</translation>
    </message>
    <message>
        <source>Fetching memory</source>
        <translation>Speicher wird nachgeholt</translation>
    </message>
    <message>
        <source>Cleaning up</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Rolling back</source>
        <translation>Wird zurückgenommen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Copying memory (pass {number})</source>
        <translation>Speicher wird kopiert (Durchgang {number})</translation>
    </message>
    <message>
        <source>1 Stable state</source>
        <translation>1 Stabiler Zustand</translation>
    </message>
    <message>
        <source>2 Copy of the state</source>
        <translation>2 Kopie des Zustands</translation>
    </message>
    <message>
        <source>3 Resume</source>
        <translation>3 Fortsetzen</translation>
    </message>
    <message>
        <source>Operating system</source>
        <translation>Betriebssystem</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>Anwendungen</translation>
    </message>
    <message>
        <source>Transaction data</source>
        <translation>Transaktionsdaten</translation>
    </message>
</context>
<context>
    <name>Workloads</name>
    <message>
        <source>Own values</source>
        <translation>Eigene Werte</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Leerlauf</translation>
    </message>
    <message>
        <source>Web server</source>
        <translation>Webserver</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>In-memory cache</source>
        <translation>In-Memory-Cache</translation>
    </message>
    <message>
        <source>Build server</source>
        <translation>Build-Server</translation>
    </message>
    <message>
        <source>Memory stress</source>
        <translation>Speicher-Stresstest</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Phase {number}</source>
        <translation>Phase {number}</translation>
    </message>
    <message>
        <source>{rate} pages/s</source>
        <translation>{rate} Seiten/s</translation>
    </message>
    <message>
        <source>Page writes</source>
        <translation>Seiten-Schreibzugriffe</translation>
    </message>
    <message>
        <source>{size}, {distribution}</source>
        <translation>{size}, {distribution}</translation>
    </message>
    <message>
        <source>Working set</source>
        <translation>Arbeitsmenge</translation>
    </message>
    <message>
        <source>CPU load</source>
        <translation>CPU-Last</translation>
    </message>
    <message>
        <source>Disk writes</source>
        <translation>Festplatten-Schreibrate</translation>
    </message>
    <message>
        <source>Network load</source>
        <translation>Netzwerklast</translation>
    </message>
    <message>
        <source>{share} % of the writes on {part} % of it</source>
        <translation>{share} % der Schreibzugriffe auf {part} % davon</translation>
    </message>
    <message>
        <source>Zipf with exponent {exponent}</source>
        <translation>Zipf mit Exponent {exponent}</translation>
    </message>
    <message>
        <source>written in order, over and over</source>
        <translation>der Reihe nach beschrieben, immer wieder</translation>
    </message>
    <message>
        <source>each write on a clean page</source>
        <translation>jeder Schreibzugriff auf eine saubere Seite</translation>
    </message>
    <message>
        <source>written evenly</source>
        <translation>gleichmäßig beschrieben</translation>
    </message>
</context>
<context>
    <name>_Question</name>
    <message>
        <source>Carry out the new plan</source>
        <translation>Neuen Plan ausführen</translation>
    </message>
    <message>
        <source>Plan again</source>
        <translation>Noch einmal planen</translation>
    </message>
    <message>
        <source>If the estate is another one by now: a host is back, a cause is removed.</source>
        <translation>Wenn sich der Bestand inzwischen geändert hat: Ein Host ist zurück, eine Ursache ist behoben.</translation>
    </message>
    <message numerus="yes">
        <source>New plan of the rest: %n migration(s).</source>
        <translation>
            <numerusform>Neuer Plan für den Rest: %n Migration.</numerusform>
            <numerusform>Neuer Plan für den Rest: %n Migrationen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty after {time}.</source>
        <translation>Leer nach {time}.</translation>
    </message>
    <message numerus="yes">
        <source>Not all can leave any more: %n migration(s) would still be made.</source>
        <translation>
            <numerusform>Es können nicht mehr alle weichen: %n Migration würde noch ausgeführt.</numerusform>
            <numerusform>Es können nicht mehr alle weichen: %n Migrationen würden noch ausgeführt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_ToDelegate</name>
    <message>
        <source>Destination</source>
        <translation>Ziel</translation>
    </message>
</context>
</TS>
