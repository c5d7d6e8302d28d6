// flow: 26 exception message
// why quiet: the name of the member and the key
// sink: exception
// depth: 0
// expected: quiet
namespace Zorg.Q26;

public class Client
{
    public Guid Id { get; set; }

    public string Achternaam { get; set; } = "";
}

public class Planning
{
    public void Plan(Client client)
    {
        if (client.Achternaam.Length == 0)
        {
            throw new InvalidOperationException($"{nameof(Client.Achternaam)} ontbreekt in dossier {client.Id}");
        }
    }
}
