// flow: 12 async, await
// leaks: diagnosis of a patient
// sink: storage
// depth: 2
// expected: leak
namespace Zorg.F12;

public class Encounter
{
    public DateTime Start { get; set; }

    public string Diagnosis { get; set; } = "";
}

public class Letters(Func<Guid, Task<Encounter>> load)
{
    public async Task WriteAsync(Guid id, string path)
    {
        var text = await ComposeAsync(id).ConfigureAwait(false); // step
        await File.WriteAllTextAsync(path, text); // sink
    }

    private async Task<string> ComposeAsync(Guid id)
    {
        var encounter = await load(id);
        return await SentenceAsync(encounter); // step
    }

    private static async Task<string> SentenceAsync(Encounter encounter)
    {
        await Task.Yield();
        return $"On {encounter.Start:d} we saw {encounter.Diagnosis}."; // source
    }
}
