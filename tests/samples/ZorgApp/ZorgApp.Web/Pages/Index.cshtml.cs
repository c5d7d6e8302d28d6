using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ZorgApp.Web.Pages;

[AllowAnonymous]
public class IndexModel : PageModel;
