// flow: 12 async, await
// why quiet: written through an encrypting stream
// sink: storage
// depth: 1
// expected: quiet
namespace Zorg.Q12;

using System.Security.Cryptography;

public class Encounter
{
    public DateTime Start { get; set; }

    public string Diagnosis { get; set; } = "";
}

public class Letters(Func<Guid, Task<Encounter>> load, Aes aes)
{
    public async Task WriteAsync(Guid id, string path)
    {
        await using var file = File.Create(path);
        await using var encrypting = new CryptoStream(file, aes.CreateEncryptor(), CryptoStreamMode.Write);
        await using var writer = new StreamWriter(encrypting);
        await writer.WriteLineAsync(await ComposeAsync(id));
    }

    private async Task<string> ComposeAsync(Guid id)
    {
        var encounter = await load(id);
        return $"On {encounter.Start:d} we saw {encounter.Diagnosis}.";
    }
}
