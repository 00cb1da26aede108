return EditEngine.Cli.Tool.Run(args);
