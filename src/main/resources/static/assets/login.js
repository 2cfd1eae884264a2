// The fragment never reaches the server; a browser carries that of the form's address through the redirects after
// the login, so that a link to a task opens that task.
document.getElementById('login-form').action += window.location.hash;
