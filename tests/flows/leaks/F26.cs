// flow: 26 exception message
// leaks: last name of a client
// sink: exception
// depth: 0
// expected: leak
namespace Zorg.F26;

public class Client
{
    public string Achternaam { get; set; } = "";

    public bool Actief { get; set; }
}

public class Planning
{
    public void Plan(Client client)
    {
        if (!client.Actief)
        {
            throw new InvalidOperationException($"{client.Achternaam} heeft geen actief dossier"); // source, sink
        }
    }
}
